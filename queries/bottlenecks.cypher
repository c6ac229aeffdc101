// id: bottlenecks
// title: {en: Bottlenecks, es: Cuellos de botella}
// description:
//   en: >-
//     The bodies and persons without which most provisions cannot be done. For each: how many provisions are addressed to it to carry out, lead,
//     approve or fund, or need (by requiring it or having it as a step, six hops at most) one that is. Alternatives count as needed.
//     First those with most, by rank; equal counts share a rank.
//   es: >-
//     Los organismos y personas sin los que no pueden cumplirse más disposiciones. Por cada uno: cuántas disposiciones le corresponde ejecutar,
//     dirigir, aprobar o financiar, o necesitan (como requisito o como paso, a seis saltos como máximo) otra que le corresponde. Las alternativas
//     cuentan como necesarias. Primero los de más disposiciones, por lugar; las cuentas iguales comparten el lugar.
// parameters:
//   - {name: most, type: number, default: '20', meaning: {en: how many to show at most, es: cuántos mostrar como máximo}}
// columns:
//   - {name: body, type: entity, meaning: {en: id of the body or person, es: id del organismo o de la persona}}
//   - {name: name, type: text, meaning: {en: its name, es: su nombre}}
//   - {name: country, type: list, meaning: {en: countries it belongs to, es: países a los que pertenece}}
//   - name: generic
//     type: flag
//     label: {en: named only as a kind, es: nombrado solo como una clase}
//     meaning: {en: named only as a kind, es: nombrado solo como una clase}
//   - name: provisions
//     type: number
//     label: {en: provisions, es: disposiciones}
//     meaning: {en: provisions that cannot be done without it, es: disposiciones que no pueden cumplirse sin él}
//   - {name: rank, type: number, label: {en: rank, es: lugar}, meaning: {en: 'its place, 1 for the most', es: 'su lugar, 1 para el de más'}}
// order: [rank, body]
// example: bottlenecks
// tags: [needs, bodies]
MATCH (need:Provision)-[ask:ADDRESSED_TO]->(body:Entity)
WHERE ask.role IN ['responsible', 'lead', 'approves', 'funds'] AND ask.from_earliest <= $as_of AND $as_of < ask.until_latest
WITH need AS thing, collect(DISTINCT body) AS bodies
// up to whatever needs it, a few links at a time: all chains of six would be too many where links are dense
MATCH (thing) ((a:Entity)-[link:REQUIRES|STEP_OF]-(b:Entity)
  WHERE link.from_earliest <= $as_of AND $as_of < link.until_latest AND
    a = CASE type(link) WHEN 'REQUIRES' THEN endNode(link) ELSE startNode(link) END){0,3} (next:Entity)
UNWIND bodies AS body
WITH next AS thing, collect(DISTINCT body) AS bodies
MATCH (thing) ((a:Entity)-[link:REQUIRES|STEP_OF]-(b:Entity)
  WHERE link.from_earliest <= $as_of AND $as_of < link.until_latest AND
    a = CASE type(link) WHEN 'REQUIRES' THEN endNode(link) ELSE startNode(link) END){0,3} (next:Entity)
UNWIND bodies AS body
WITH next AS thing, collect(DISTINCT body) AS bodies
UNWIND bodies AS body
WITH body, count(thing) AS provisions
ORDER BY provisions DESC, body.id
LIMIT $most
WITH collect({body: body, provisions: provisions}) AS found
UNWIND found AS one
WITH one.body AS body, one.provisions AS provisions, 1 + size([other IN found WHERE other.provisions > one.provisions]) AS rank
RETURN body.id AS body,
  CASE $lang WHEN 'es' THEN coalesce(body.name_es, body.name) ELSE coalesce(body.name, body.name_es) END AS name,
  coalesce(body.jurisdiction, []) AS country, coalesce(body.generic, false) AS generic, provisions, rank
