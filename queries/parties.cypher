// id: parties
// title: {en: Parties, es: Partes firmantes}
// description:
//   en: The bodies and places that have bound themselves by an agreement or other instrument and are a party to it on the day. One row for each fact.
//   es: Los organismos y lugares que se han obligado por un acuerdo u otro instrumento y son parte de él ese día. Una fila por cada hecho.
// parameters:
//   - {name: target, type: entity, meaning: {en: the agreement or other instrument, es: el acuerdo u otro instrumento}}
// columns:
//   - {name: party, type: entity, meaning: {en: id of the party, es: id de la parte}}
//   - {name: name, type: text, meaning: {en: its name, es: su nombre}}
//   - {name: country, type: list, meaning: {en: countries it belongs to, es: países a los que pertenece}}
//   - {name: valid, type: text, meaning: {en: since when and until when (EDTF), es: desde cuándo y hasta cuándo (EDTF)}}
//   - {name: chain, type: facts, meaning: {en: id of the fact, es: id del hecho}}
// order: [party, valid, chain]
// chain_from: target
// example: parties usmca
// tags: [agreements]
MATCH (x:Entity {id: $target})
MATCH (party:Entity)-[fact:PARTY_TO]->(x)
WHERE fact.from_earliest <= $as_of AND $as_of < fact.until_latest
RETURN party.id AS party,
  CASE $lang WHEN 'es' THEN coalesce(party.name_es, party.name) ELSE coalesce(party.name, party.name_es) END AS name,
  coalesce(party.jurisdiction, []) AS country, coalesce(fact.valid, '') AS valid, [fact.fact] AS chain, [party.id] AS subjects
