// id: members
// title: {en: Members and leaders, es: Integrantes y dirección}
// description:
//   en: The bodies and persons that lead a body or instrument, are members of it, take part in it or are part of it on the day.
//   es: Los organismos y personas que ese día dirigen un organismo o instrumento, lo integran, participan en él o son parte de él.
// parameters:
//   - {name: target, type: entity, meaning: {en: the body or instrument, es: el organismo o instrumento}}
// columns:
//   - {name: member, type: entity, meaning: {en: id of the member, es: id del integrante}}
//   - {name: name, type: text, meaning: {en: its name, es: su nombre}}
//   - {name: country, type: list, meaning: {en: countries it belongs to, es: países a los que pertenece}}
//   - {name: relation, type: relation, meaning: {en: how it belongs, es: cómo pertenece}}
//   - {name: role, type: concept, meaning: {en: 'its part, where one is given', es: 'su papel, si consta'}}
//   - {name: valid, type: text, meaning: {en: since when and until when (EDTF), es: desde cuándo y hasta cuándo (EDTF)}}
//   - {name: chain, type: facts, meaning: {en: id of the fact, es: id del hecho}}
// order: [relation, role, member, valid, chain]
// chain_from: target
// example: members hled --as-of 2014-01-01
// tags: [bodies]
MATCH (x:Entity {id: $target})
MATCH (member:Entity)-[fact:LEADS|MEMBER_OF|PARTICIPATES_IN|PART_OF]->(x)
WHERE (member:Body OR member:Person) AND fact.from_earliest <= $as_of AND $as_of < fact.until_latest
RETURN member.id AS member,
  CASE $lang WHEN 'es' THEN coalesce(member.name_es, member.name) ELSE coalesce(member.name, member.name_es) END AS name,
  coalesce(member.jurisdiction, []) AS country, toLower(type(fact)) AS relation, coalesce(fact.role, '') AS role,
  coalesce(fact.valid, '') AS valid, [fact.fact] AS chain, [member.id] AS subjects
