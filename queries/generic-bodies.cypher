// id: generic-bodies
// title: {en: Bodies named only as a kind, es: Organismos nombrados solo como una clase}
// description:
//   en: >-
//     The bodies and persons that texts name only as a kind (generic ones, such as working groups in general) and to whom provisions
//     are addressed on the day, in whatever role: how many provisions, and in which roles.
//   es: >-
//     Los organismos y personas que los textos nombran solo como una clase (genéricos, como los grupos de trabajo en general) y a
//     quienes se dirigen disposiciones ese día, en cualquier papel: cuántas disposiciones y en qué papeles.
// columns:
//   - {name: body, type: entity, meaning: {en: id of the body or person, es: id del organismo o persona}}
//   - {name: name, type: text, meaning: {en: its name, es: su nombre}}
//   - {name: provisions, type: number, label: {en: provisions, es: disposiciones}, meaning: {en: how many provisions, es: cuántas disposiciones}}
//   - {name: roles, type: list, label: {en: as, es: como}, meaning: {en: the roles it has in them, es: los papeles que tiene en ellas}}
// order: [body]
// example: generic-bodies
// tags: [bodies]
MATCH (p:Provision)-[ask:ADDRESSED_TO]->(body:Entity)
WHERE body.generic = true AND ask.from_earliest <= $as_of AND $as_of < ask.until_latest
WITH body, count(DISTINCT p.id) AS provisions, collect(DISTINCT ask.role) AS roles
RETURN body.id AS body,
  CASE $lang WHEN 'es' THEN coalesce(body.name_es, body.name) ELSE coalesce(body.name, body.name_es) END AS name,
  provisions, roles
