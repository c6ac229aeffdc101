// id: joint-action
// title: {en: What needs joint action across borders, es: Qué requiere una acción conjunta de varios países}
// description:
//   en: >-
//     The provisions that on the day make two or more bodies or persons responsible, or have them lead, where these taken together
//     belong to two or more countries. Those that only take part, approve, pay, are consulted or benefit do not count. The
//     strongest first.
//   es: >-
//     Las disposiciones que ese día hacen responsables a dos o más organismos o personas, o les piden encabezarlas, y estos en
//     conjunto pertenecen a dos o más países. No cuentan quienes solo participan, aprueban, pagan, son consultados o se benefician.
//     Primero las más fuertes.
// columns:
//   - {name: provision, type: entity, meaning: {en: id of the provision, es: id de la disposición}}
//   - {name: title, type: text, meaning: {en: its title, es: su título}}
//   - {name: strength, type: concept, meaning: {en: how strongly it is asked, es: con qué fuerza se pide}}
//   - name: bodies
//     type: ids
//     meaning: {en: ids of those responsible for it or leading it, es: ids de quienes son responsables o lo encabezan}
//   - {name: names, type: text, meaning: {en: names of these, es: nombres de estos}}
//   - {name: countries, type: list, meaning: {en: countries they belong to, es: países a los que pertenecen}}
//   - name: chain
//     type: facts
//     meaning: {en: 'ids of the facts that ask it of each of them', es: 'ids de los hechos que lo piden a cada uno'}
// order: [strength, provision]
// chain_from: provision
// example: joint-action
// tags: [provisions, bodies]
MATCH (p:Provision)-[ask:ADDRESSED_TO]->(body:Entity)
WHERE ask.role IN ['responsible', 'lead'] AND ask.from_earliest <= $as_of AND $as_of < ask.until_latest
WITH p, body, min(ask.fact) AS ask
WITH p, ask, body.id AS body, coalesce(body.jurisdiction, []) AS codes,
  CASE $lang WHEN 'es' THEN coalesce(body.name_es, body.name) ELSE coalesce(body.name, body.name_es) END AS name
ORDER BY body
WITH p, collect(body) AS bodies, collect(name) AS names, collect(ask) AS asks,
  reduce(all = [], codes IN collect(codes) | all + codes) AS codes
WITH p, bodies, names, asks,
  reduce(found = [], code IN codes | CASE WHEN code IN found THEN found ELSE found + [code] END) AS countries
WHERE size(bodies) > 1 AND size(countries) > 1
RETURN p.id AS provision,
  CASE $lang WHEN 'es' THEN coalesce(p.name_es, p.name) ELSE coalesce(p.name, p.name_es) END AS title,
  p.strength AS strength, bodies, names[0] + reduce(text = '', name IN names[1..] | text + '; ' + name) AS names, countries,
  asks AS chain, [p.id] AS subjects
