// id: common-ground
// title: {en: Common ground, es: Terreno común}
// description:
//   en: >-
//     The bodies and instruments to which two bodies both belong on the day, where they can meet: each of the two leads it, is a member of it, takes
//     part in it, is part of it or is a party to it. One row for each place; nothing for a body and itself.
//   es: >-
//     Los organismos e instrumentos a los que ese día pertenecen dos organismos a la vez y donde pueden encontrarse: cada uno lo dirige, es
//     miembro, participa, forma parte o es parte firmante. Una fila por cada lugar de encuentro; ninguna para un organismo consigo mismo.
// parameters:
//   - {name: one, type: entity, meaning: {en: a body, es: un organismo}}
//   - {name: other, type: entity, meaning: {en: another body, es: otro organismo}}
// columns:
//   - {name: place, type: entity, meaning: {en: id of the place where they meet, es: id del lugar de encuentro}}
//   - {name: name, type: text, meaning: {en: its name, es: su nombre}}
//   - name: one_relation
//     type: relation
//     label: {en: the one, es: el uno}
//     meaning: {en: how the one belongs to it, es: cómo pertenece a él el uno}
//   - name: other_relation
//     type: relation
//     label: {en: the other, es: el otro}
//     meaning: {en: how the other belongs to it, es: cómo pertenece a él el otro}
//   - {name: chain, type: facts, meaning: {en: 'ids of the two facts, of the one and of the other', es: 'ids de los dos hechos, del uno y del otro'}}
// order: [place]
// chain_from: one
// example: common-ground us-government mx-government
// tags: [bodies]
MATCH (one:Entity {id: $one})-[of_one:LEADS|MEMBER_OF|PARTICIPATES_IN|PART_OF|PARTY_TO]->(place:Entity)
WHERE $one <> $other AND (place:Body OR place:Instrument) AND of_one.from_earliest <= $as_of AND $as_of < of_one.until_latest
MATCH (other:Entity {id: $other})-[of_other:LEADS|MEMBER_OF|PARTICIPATES_IN|PART_OF|PARTY_TO]->(place)
WHERE of_other.from_earliest <= $as_of AND $as_of < of_other.until_latest
WITH place, of_one, of_other
ORDER BY of_one.fact, of_other.fact
WITH place, collect([of_one, of_other])[0] AS links
RETURN place.id AS place,
  CASE $lang WHEN 'es' THEN coalesce(place.name_es, place.name) ELSE coalesce(place.name, place.name_es) END AS name,
  toLower(type(links[0])) AS one_relation, toLower(type(links[1])) AS other_relation,
  [link IN links | link.fact] AS chain, [link IN links | startNode(link).id] AS subjects
