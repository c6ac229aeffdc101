// id: topics
// title: {en: Topics and who is to act on them, es: Temas y quién debe ocuparse de ellos}
// description:
//   en: >-
//     For each topic and each body or person: how many provisions about the topic are addressed to it as responsible or lead on the
//     day. The body with most provisions comes first in its topic. Topics are taken as they stand, without narrower ones.
//   es: >-
//     Para cada tema y cada organismo o persona: cuántas disposiciones sobre el tema se le dirigen ese día como responsable o líder.
//     En cada tema va primero el organismo con más disposiciones. Los temas se toman tal cual, sin los más específicos.
// columns:
//   - {name: topic, type: concept, meaning: {en: the topic, es: el tema}}
//   - name: rank
//     type: number
//     label: {en: place, es: lugar}
//     meaning: {en: 'place within the topic: 1 + how many have more', es: 'lugar dentro del tema: 1 + cuántos tienen más'}
//   - {name: body, type: entity, meaning: {en: id of the body or person, es: id del organismo o persona}}
//   - {name: name, type: text, meaning: {en: its name, es: su nombre}}
//   - {name: provisions, type: number, label: {en: provisions, es: disposiciones}, meaning: {en: how many provisions, es: cuántas disposiciones}}
// order: [topic, rank, body]
// example: topics
// tags: [topics, bodies]
MATCH (p:Provision)-[ask:ADDRESSED_TO]->(body:Entity)
WHERE ask.role IN ['responsible', 'lead'] AND ask.from_earliest <= $as_of AND $as_of < ask.until_latest
WITH p, collect(DISTINCT body) AS bodies
MATCH (p)-[about:ABOUT]->(topic:Entity)
WHERE about.from_earliest <= $as_of AND $as_of < about.until_latest
WITH DISTINCT p, topic, bodies
UNWIND bodies AS body
WITH topic, body, count(p) AS provisions
WITH topic, collect({body: body, provisions: provisions}) AS found
UNWIND found AS one
WITH topic, found, one.body AS body, one.provisions AS provisions
RETURN topic.id AS topic, 1 + size([other IN found WHERE other.provisions > provisions]) AS rank, body.id AS body,
  CASE $lang WHEN 'es' THEN coalesce(body.name_es, body.name) ELSE coalesce(body.name, body.name_es) END AS name, provisions
