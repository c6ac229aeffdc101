// id: deadlines
// title: {en: What is due when, es: Qué vence y cuándo}
// description:
//   en: >-
//     The provisions stated by the day that have a deadline, the first to run out first, with those responsible for them or leading
//     them. A deadline counts as passed from the first day on which all that it may mean is over: that of 2026 from 2027-01-01.
//     Whether the thing was done is not said.
//   es: >-
//     Las disposiciones ya enunciadas ese día que tienen plazo, primero las que antes vencen, con quienes son responsables o las
//     encabezan. Un plazo cuenta como vencido desde el primer día en que ha pasado todo lo que puede significar: el de 2026, desde
//     2027-01-01. No se dice si se cumplió.
// columns:
//   - {name: provision, type: entity, meaning: {en: id of the provision, es: id de la disposición}}
//   - {name: title, type: text, meaning: {en: its title, es: su título}}
//   - {name: strength, type: concept, meaning: {en: how strongly it is asked, es: con qué fuerza se pide}}
//   - name: deadline
//     type: text
//     label: {en: deadline, es: plazo}
//     meaning: {en: by when (EDTF), es: para cuándo (EDTF)}
//   - name: until
//     type: date
//     label: {en: over from, es: vencido desde}
//     meaning: {en: the first day on which it has certainly passed, es: el primer día en que ya venció con seguridad}
//   - name: overdue
//     type: flag
//     label: {en: deadline passed, es: plazo vencido}
//     meaning: {en: whether it has certainly passed on the day, es: si ese día ya venció con seguridad}
//   - name: bodies
//     type: entities
//     label: {en: for, es: a cargo de}
//     meaning: {en: ids of those responsible for it or leading it, es: ids de quienes son responsables o lo encabezan}
//   - name: chain
//     type: facts
//     meaning: {en: id of a fact that says where it is stated, es: id de un hecho que dice dónde se enuncia}
// order: [until, provision]
// chain_from: provision
// example: deadlines
// tags: [provisions, time]
MATCH (p:Provision)-[stated:STATED_IN]->()
WHERE p.deadline IS NOT NULL AND stated.from_earliest <= $as_of AND $as_of < stated.until_latest
WITH p, min(stated.fact) AS stated
OPTIONAL MATCH (p)-[ask:ADDRESSED_TO]->(body:Entity)
WHERE ask.role IN ['responsible', 'lead'] AND ask.from_earliest <= $as_of AND $as_of < ask.until_latest
WITH p, stated, collect(DISTINCT body.id) AS bodies
RETURN p.id AS provision,
  CASE $lang WHEN 'es' THEN coalesce(p.name_es, p.name) ELSE coalesce(p.name, p.name_es) END AS title,
  p.strength AS strength, p.deadline AS deadline, p.deadline_until AS until, p.deadline_until <= $as_of AS overdue,
  bodies, [stated] AS chain, [p.id] AS subjects
