// id: withdrawals
// title: {en: Withdrawals, es: Retiros}
// description:
//   en: >-
//     Who has withdrawn from a body or instrument by the day, by every fact that says so; and whether it is in it on the day: whether, by
//     a fact that begins after the withdrawal begins, it is a party to it, a member of it or takes part in it. A withdrawal without a known
//     beginning counts as earlier than any date.
//   es: >-
//     Quién se ha retirado de un organismo o instrumento para ese día, por cada hecho que lo dice; y si ese día está en él: si, por un hecho
//     que empieza después de que empieza el retiro, es parte firmante o miembro de él o participa en él. Un retiro sin inicio conocido
//     cuenta como anterior a cualquier fecha.
// columns:
//   - {name: body, type: entity, meaning: {en: id of who withdrew, es: id de quien se retiró}}
//   - {name: name, type: text, meaning: {en: its name, es: su nombre}}
//   - {name: instrument, type: entity, meaning: {en: id of what it withdrew from, es: id de aquello de lo que se retiró}}
//   - {name: from_name, type: text, meaning: {en: name of that, es: nombre de aquello}}
//   - {name: valid, type: text, meaning: {en: time of the withdrawal (EDTF), es: tiempo del retiro (EDTF)}}
//   - name: back
//     type: flag
//     label: {en: is in it on the day, es: ese día está en él}
//     meaning: {en: whether it is in it on the day by a later fact, es: si ese día está en él por un hecho posterior}
//   - name: chain
//     type: facts
//     meaning:
//       en: 'id of the withdrawal, and of the fact of being in it'
//       es: 'id del retiro, y del hecho de estar en él'
// order: [body, instrument, valid, chain]
// chain_from: body
// example: withdrawals
// tags: [agreements, bodies]
MATCH (body:Entity)-[fact:WITHDREW_FROM]->(instrument:Entity)
WHERE fact.from_earliest <= $as_of
OPTIONAL MATCH (body)-[again:PARTY_TO|MEMBER_OF|PARTICIPATES_IN]->(instrument)
WHERE again.from_earliest > fact.from_earliest AND again.from_earliest <= $as_of AND $as_of < again.until_latest
WITH body, fact, instrument, again ORDER BY again.fact
WITH body, fact, instrument, collect(again) AS returns
WITH body, fact, instrument, size(returns) > 0 AS back, [fact] + returns[0..1] AS links
RETURN body.id AS body,
  CASE $lang WHEN 'es' THEN coalesce(body.name_es, body.name) ELSE coalesce(body.name, body.name_es) END AS name,
  instrument.id AS instrument,
  CASE $lang WHEN 'es' THEN coalesce(instrument.name_es, instrument.name) ELSE coalesce(instrument.name, instrument.name_es) END AS from_name,
  coalesce(fact.valid, '') AS valid, back, [link IN links | link.fact] AS chain, [link IN links | startNode(link).id] AS subjects
