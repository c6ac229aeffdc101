"""The type of a named thing by its head noun, in English and Spanish.

Types are those of the annotation scheme; `TYPES` is the one place where the ontology's classes become types.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from .countries import country_words
from .words import word_set, word_table

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["head_noun", "type_by_head", "type_of_class"]

_HEADS = """\
agency: ministry department agency secretariat secretary bureau office commissioner authority directorate regulator
    administration service inspectorate treasury ministerio secretaría secretaria departamento instituto agencia
    comisionado dirección fiscalía cabinet guard police house army navy force forces ombudsman comptroller
    representative director commander chief undersecretary assistant command minister head heads chair chairman
    commandant secretaries directors commanders inspector adviser advisor surgeon general officer institute board
    administrator centers chancellery embassy consulate
legislature: congress senate parliament legislature assembly congreso senado bundestag diet
judiciary: court tribunal judiciary corte
subnational: governorate municipio gobernación
intl-org: organization organisation nations union bank fund commissioner organización banco fondo
mechanism: dialogue forum commission committee conference council taskforce group summit mechanism panel panels
    initiative-group network platform working-group meeting meetings partnership-council diálogo foro comisión comité
    conferencia consejo grupo cumbre mesa roundtable compact-council conferences dialogues task
agreement: agreement treaty convention accord accords protocol pact charter compact covenant memorandum declaration
    tratado acuerdo convenio convención partnership arrangement
law: act law code constitution regulation directive order bill decree statute amendment ley código constitución
    reglamento decreto title rule
programme: program programme initiative plan strategy policy project scheme fund-programme agenda framework programa
    iniciativa estrategia política proyecto facility mission status protocols roadmap deal
company: inc corp corporation ltd llc company plc gmbh ag group-company s.a industries airlines holdings empresa
    compañía railway railways
ngo: association foundation federation society alliance coalition chamber union-association league center-advocacy
    asociación fundación federación cámara sociedad confederation
academic: university college school academy universidad colegio escuela center centre centro studies laboratory
    faculty
place: river lake sea ocean mountain valley island islands peninsula basin canal port border city state county region
    province asia europe africa gulf bay strait triangle delta río lago mar golfo isla dam desert east west north
    south caribbean corridor
"""

_OF = re.compile(r"\s+(?:of|for|on|to|in|against|between|with|de|del|para|sobre|e|contra)\s+|,\s+", re.IGNORECASE)
_SPANISH = word_set(
    """ministerio secretaría secretaria departamento instituto agencia dirección fiscalía congreso senado organización
    banco fondo diálogo foro comisión comité conferencia consejo grupo cumbre tratado acuerdo convenio
    convención ley código reglamento programa iniciativa plan estrategia política proyecto empresa asociación
    fundación federación cámara confederación universidad colegio río lago mar golfo"""
)


_WORLDWIDE = word_set(
    """organization organisation bank fund agency commission commissioner office programme program council association
    union monetary"""
)
_BY_CONTEXT = (
    (word_set("house"), re.compile(r".*\bHouse of (?:Representatives|Commons|Lords)"), "legislature"),
    (word_set("america"), re.compile(r"(?:North|South|Central|Latin) America$"), "place"),
    (word_set("force forces"), re.compile(r"(?i:.*\btask\s+force)"), "mechanism"),
    (
        _WORLDWIDE,
        re.compile(r"(?:the )?(?:United Nations|U\.?N\b|European|World|International|Inter-American|Pan American)"),
        "intl-org",
    ),
    (word_set("commission council center centre institute fund bank"), re.compile(r".*\bNational\b"), "agency"),
)
"""Head nouns whose type hangs on the words around them."""


@cache
def _table() -> Mapping[str, str]:
    return word_table(_HEADS)


def head_noun(name: str) -> str:
    """Give the noun that a name is built on: the last word before its first preposition, or the first in Spanish.

    Examples
    --------
    >>> head_noun("Office of the U.S. Trade Representative"), head_noun("Free Trade Commission")
    ('office', 'commission')
    """
    words = re.findall(r"[\w.&’'-]+", re.sub(r"[\s\d]+$", "", _OF.split(name.strip(), maxsplit=1)[0]).casefold())
    if not words:
        return ""
    last = re.sub(r"[’']s$|[’'.]+$", "", words[-1])
    return words[0] if last not in _table() and words[0] in _SPANISH else last


def type_by_head(name: str) -> str:
    """Give the type that a name's head noun speaks for, or an empty string.

    Examples
    --------
    >>> type_by_head("Secretaría de Economía"), type_by_head("Danube Commission"), type_by_head("Carlos Pascual")
    ('agency', 'mechanism', '')
    """
    head = head_noun(name)
    for heads, pattern, kind in _BY_CONTEXT:
        if head in heads and pattern.match(name):
            return kind
    if head in ("commission", "council") and len(governments_named(name)) == 1:
        return "agency"
    return _table().get(head, "") if head != "america" else ""


def governments_named(name: str) -> frozenset[str]:
    """Give the codes of the countries that a name begins with.

    Examples
    --------
    >>> sorted(governments_named("U.S.-Mexico Border Health Commission")), sorted(governments_named("U.S. Council"))
    (['MX', 'US'], ['US'])
    """
    known = country_words()
    return frozenset(known[part] for part in re.split(r"[\s-]", name)[:3] if part in known)


def type_of_class(cls: str) -> str:
    """Give the type that stands for a class of the ontology: its notation there.

    Examples
    --------
    >>> type_of_class("InternationalOrganization")
    'intl-org'
    """
    from ..ontology.schema import schema

    found = schema().classes.get(cls)
    return found.notation if found is not None else ""
