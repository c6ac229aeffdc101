"""Countries with the words for them and their codes (ISO 3166-1): a country's name stands for its government.

The table is data of its own; nothing about a report is in it. Columns: code, English names, English adjectives, and
Spanish names where they differ.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

__all__ = ["Country", "countries", "country_words", "government_id"]

_TABLE = """\
AF|Afghanistan|Afghan|Afganistán
AL|Albania|Albanian|
DZ|Algeria|Algerian|Argelia
AO|Angola|Angolan|
AR|Argentina|Argentine,Argentinian|
AM|Armenia|Armenian|
AU|Australia|Australian|
AT|Austria|Austrian|
AZ|Azerbaijan|Azerbaijani|Azerbaiyán
BS|Bahamas|Bahamian|
BD|Bangladesh|Bangladeshi|
BB|Barbados|Barbadian|
BY|Belarus|Belarusian|Bielorrusia
BE|Belgium|Belgian|Bélgica
BZ|Belize|Belizean|Belice
BO|Bolivia|Bolivian|
BA|Bosnia and Herzegovina|Bosnian|Bosnia y Herzegovina
BW|Botswana|Botswanan|
BR|Brazil|Brazilian|Brasil
BG|Bulgaria|Bulgarian|
KH|Cambodia|Cambodian|Camboya
CM|Cameroon|Cameroonian|Camerún
CA|Canada|Canadian|Canadá
CL|Chile|Chilean|
CN|China|Chinese|
CO|Colombia|Colombian|
CD|Democratic Republic of the Congo|Congolese|
CR|Costa Rica|Costa Rican|
HR|Croatia|Croatian|Croacia
CU|Cuba|Cuban|
CY|Cyprus|Cypriot|Chipre
CZ|Czechia,Czech Republic|Czech|Chequia
DK|Denmark|Danish|Dinamarca
DO|Dominican Republic|Dominican|República Dominicana
EC|Ecuador|Ecuadorian|
EG|Egypt|Egyptian|Egipto
SV|El Salvador|Salvadoran|
EE|Estonia|Estonian|
ET|Ethiopia|Ethiopian|Etiopía
FI|Finland|Finnish|Finlandia
FR|France|French|Francia
DE|Germany|German|Alemania
GH|Ghana|Ghanaian|
GR|Greece|Greek|Grecia
GT|Guatemala|Guatemalan|
GY|Guyana|Guyanese|
HT|Haiti|Haitian|Haití
HN|Honduras|Honduran|
HU|Hungary|Hungarian|Hungría
IS|Iceland|Icelandic|Islandia
IN|India|Indian|
ID|Indonesia|Indonesian|
IR|Iran|Iranian|Irán
IQ|Iraq|Iraqi|Irak
IE|Ireland|Irish|Irlanda
IL|Israel|Israeli|
IT|Italy|Italian|Italia
JM|Jamaica|Jamaican|
JP|Japan|Japanese|Japón
JO|Jordan|Jordanian|Jordania
KZ|Kazakhstan|Kazakh|Kazajistán
KE|Kenya|Kenyan|Kenia
KW|Kuwait|Kuwaiti|
LV|Latvia|Latvian|Letonia
LB|Lebanon|Lebanese|Líbano
LI|Liechtenstein|Liechtenstein|
LT|Lithuania|Lithuanian|Lituania
LU|Luxembourg|Luxembourgish|Luxemburgo
MY|Malaysia|Malaysian|Malasia
MT|Malta|Maltese|
MX|Mexico|Mexican|México
MD|Moldova|Moldovan|Moldavia
MN|Mongolia|Mongolian|
ME|Montenegro|Montenegrin|
MA|Morocco|Moroccan|Marruecos
MZ|Mozambique|Mozambican|
NP|Nepal|Nepali,Nepalese|
NL|Netherlands|Dutch|Países Bajos
NZ|New Zealand|New Zealand|Nueva Zelanda
NI|Nicaragua|Nicaraguan|
NG|Nigeria|Nigerian|
KP|North Korea|North Korean|Corea del Norte
MK|North Macedonia|Macedonian|
NO|Norway|Norwegian|Noruega
PK|Pakistan|Pakistani|Pakistán
PA|Panama|Panamanian|Panamá
PY|Paraguay|Paraguayan|
PE|Peru|Peruvian|Perú
PH|Philippines|Philippine|Filipinas
PL|Poland|Polish|Polonia
PT|Portugal|Portuguese|
QA|Qatar|Qatari|
RO|Romania|Romanian|Rumania
RU|Russia,Russian Federation|Russian|Rusia
RW|Rwanda|Rwandan|
SA|Saudi Arabia|Saudi|Arabia Saudita
SN|Senegal|Senegalese|
RS|Serbia|Serbian|
SG|Singapore|Singaporean|Singapur
SK|Slovakia|Slovak|Eslovaquia
SI|Slovenia|Slovenian|Eslovenia
ZA|South Africa|South African|Sudáfrica
KR|South Korea|South Korean|Corea del Sur
ES|Spain|Spanish|España
SE|Sweden|Swedish|Suecia
CH|Switzerland|Swiss|Suiza
SY|Syria|Syrian|Siria
TW|Taiwan|Taiwanese|
TZ|Tanzania|Tanzanian|
TH|Thailand|Thai|Tailandia
TN|Tunisia|Tunisian|Túnez
TR|Turkey,Türkiye|Turkish|Turquía
UG|Uganda|Ugandan|
UA|Ukraine|Ukrainian|Ucrania
AE|United Arab Emirates|Emirati|Emiratos Árabes Unidos
GB|United Kingdom,UK,U.K.,Great Britain|British,UK|Reino Unido
US|United States,U.S.,US,USA,U.S.A.,United States of America|American,U.S.,US|Estados Unidos
UY|Uruguay|Uruguayan|
VE|Venezuela|Venezuelan|
VN|Vietnam,Viet Nam|Vietnamese|
ZM|Zambia|Zambian|
ZW|Zimbabwe|Zimbabwean|
"""


@dataclass(frozen=True, slots=True)
class Country:
    """A country: its code, the id of its place entity, the strings that name it, and its adjectives."""

    code: str
    id: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]

    @property
    def government(self) -> str:
        """Id of its national government."""
        return government_id(self.code)


def government_id(code: str) -> str:
    """Give the id of a country's national government.

    Examples
    --------
    >>> government_id("MX")
    'mx-government'
    """
    return f"{code.lower()}-government"


@cache
def countries() -> tuple[Country, ...]:
    """Read the table.

    Examples
    --------
    >>> next(c for c in countries() if "Mexican" in c.adjectives).names
    ('Mexico', 'México')
    """
    return tuple(_country(*row.split("|")) for row in _TABLE.splitlines())


def _country(code: str, names: str, adjectives: str, spanish: str) -> Country:
    known = tuple(name for name in [*names.split(","), *spanish.split(",")] if name)
    return Country(code, known[0].casefold().replace(" ", "-"), known, tuple(adjectives.split(",")))


@cache
def country_words() -> dict[str, str]:
    """Give the codes of countries by their names and adjectives.

    Examples
    --------
    >>> country_words()["Austrian"], country_words()["Países Bajos"]
    ('AT', 'NL')
    """
    return {word: country.code for country in countries() for word in (*country.adjectives, *country.names)}
