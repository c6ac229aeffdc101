// id: topic-agenda
// title: {en: What is to be done on a topic, es: Qué hay que hacer sobre un tema}
// description:
//   en: >-
//     The provisions that are about a topic on the day, the strongest first, and the bodies or persons that are responsible for them
//     or lead them. Only the topic itself counts, not narrower ones.
//   es: >-
//     Las disposiciones que ese día tratan de un tema, primero las más fuertes, y los organismos o personas que son responsables de
//     ellas o las encabezan. Solo cuenta el tema mismo, no los más específicos.
// parameters:
//   - {name: topic, type: topic, meaning: {en: the topic, es: el tema}}
// columns:
//   - {name: provision, type: entity, meaning: {en: id of the provision, es: id de la disposición}}
//   - {name: title, type: text, meaning: {en: its title, es: su título}}
//   - {name: kind, type: class, meaning: {en: its kind, es: su clase}}
//   - {name: strength, type: concept, meaning: {en: how strongly it is asked, es: con qué fuerza se pide}}
//   - name: bodies
//     type: list
//     label: {en: asked of, es: se pide a}
//     meaning: {en: ids of those responsible for it or leading it, es: ids de quienes son responsables de ella o la encabezan}
//   - {name: chain, type: facts, meaning: {en: id of the fact, es: id del hecho}}
// order: [strength, provision]
// chain_from: provision
// example: topic-agenda energy
// tags: [topics, action]
MATCH (:Entity {id: $topic})<-[about:ABOUT]-(p:Provision)
WHERE about.from_earliest <= $as_of AND $as_of < about.until_latest
WITH p, about ORDER BY about.fact
WITH p, collect(about)[0] AS about
OPTIONAL MATCH (p)-[ask:ADDRESSED_TO]->(body:Entity)
WHERE ask.role IN ['responsible', 'lead'] AND ask.from_earliest <= $as_of AND $as_of < ask.until_latest
WITH p, about, collect(DISTINCT body.id) AS bodies
RETURN p.id AS provision,
  CASE $lang WHEN 'es' THEN coalesce(p.name_es, p.name) ELSE coalesce(p.name, p.name_es) END AS title,
  CASE WHEN p:Obligation THEN 'Obligation' WHEN p:Commitment THEN 'Commitment' ELSE 'Recommendation' END AS kind,
  coalesce(p.strength, '') AS strength, bodies, [about.fact] AS chain, [p.id] AS subjects
