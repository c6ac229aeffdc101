// id: who-must-act
// title: {en: Who must act, es: Quién debe actuar}
// description:
//   en: >-
//     The bodies that must act for an action to be done to a body or instrument: those that the provisions ask for it,
//     and whatever these need, are addressed to; the bodies they need; and the bodies that lead or make it up.
//   es: >-
//     Los organismos que deben actuar para que se cumpla una acción sobre un organismo o instrumento: aquellos a los que se dirigen
//     las disposiciones que la piden y todo lo que estas requieren; los organismos que requieren; y los que lo dirigen o componen.
// parameters:
//   - {name: target, type: entity, meaning: {en: the body or instrument, es: el organismo o instrumento}}
//   - {name: action, type: action, default: restore, meaning: {en: what is to be done to it, es: lo que debe hacerse}}
// columns:
//   - {name: body, type: entity, meaning: {en: id of the body, es: id del organismo}}
//   - {name: name, type: text, meaning: {en: its name, es: su nombre}}
//   - {name: country, type: list, meaning: {en: countries it belongs to, es: países a los que pertenece}}
//   - {name: role, type: concept, meaning: {en: its part, es: su papel}}
//   - {name: strength, type: concept, meaning: {en: how strongly it is asked, es: con qué fuerza se pide}}
//   - name: standing
//     type: text
//     meaning:
//       en: current; last-period (of the last active period of the target); ended (it no longer exists and has no successor)
//       es: current (actual); last-period (del último periodo activo); ended (ya no existe ni tiene sucesor)
//   - {name: generic, type: flag, meaning: {en: named only as a kind, es: nombrado solo como una clase}}
//   - name: steps
//     type: number
//     label: {en: steps, es: pasos}
//     meaning: {en: facts in the shortest chain, es: hechos de la cadena más corta}
//   - {name: chain, type: facts, meaning: {en: ids of these facts, es: ids de esos hechos}}
// order: [steps, strength, standing, body, role]
// chain_from: target
// example: who-must-act hled --as-of 2021-06-01
// tags: [action, bodies]
MATCH (x:Entity {id: $target})
OPTIONAL MATCH (x)-[status:HAS_STATUS]->(:Entity {id: 'active'}) WHERE status.from_earliest <= $as_of
WITH x, max(status.until_latest) AS until
// the day its last active period ended; null while it is active
WITH x, CASE WHEN until <= $as_of THEN until ELSE null END AS ended
MATCH (goal:Entity)-[concern:CONCERNS {action: $action}]->(x)
WHERE concern.from_earliest <= $as_of AND $as_of < concern.until_latest
CALL {
  // whatever the goal needs, a few hops at a time, keeping the best chain to each thing: dense needs have too many chains
  WITH goal, concern
  MATCH path = (goal) ((a:Entity)-[link:REQUIRES|STEP_OF]-(b:Entity)
    WHERE link.from_earliest <= $as_of AND $as_of < link.until_latest AND
      a = CASE type(link) WHEN 'REQUIRES' THEN startNode(link) ELSE endNode(link) END){0,3} (next:Entity)
  WITH next, [concern] + relationships(path) AS links
  WITH next, links, reduce(key = '', link IN links | key + link.fact) AS key
  ORDER BY size(links), key
  WITH next AS thing, collect(links)[0] AS links
  MATCH path = (thing) ((a:Entity)-[link:REQUIRES|STEP_OF]-(b:Entity)
    WHERE link.from_earliest <= $as_of AND $as_of < link.until_latest AND
      a = CASE type(link) WHEN 'REQUIRES' THEN startNode(link) ELSE endNode(link) END){0,3} (next:Entity)
  WITH next, links + relationships(path) AS links
  WITH next, links, reduce(key = '', link IN links | key + link.fact) AS key
  ORDER BY size(links), key
  RETURN next AS need, collect(links)[0] AS needed
}
CALL {
  // whom it is addressed to
  WITH need, needed
  MATCH (need)-[ask:ADDRESSED_TO]->(asked:Entity)
  WHERE ask.from_earliest <= $as_of AND $as_of < ask.until_latest
  RETURN asked, coalesce(ask.role, '') AS role, need.strength AS strength, 'current' AS standing, needed + [ask] AS links
  UNION
  // the bodies that are themselves needed
  WITH need, needed
  MATCH (need)-[ask:REQUIRES]->(asked:Entity)
  WHERE size(needed) <= 6 AND (asked:Body OR asked:Person) AND ask.from_earliest <= $as_of AND $as_of < ask.until_latest
  RETURN asked, 'condition' AS role, need.strength AS strength, 'current' AS standing, needed + [ask] AS links
  UNION
  // the bodies that lead the target or make it up, now or in its last active period
  WITH need, needed, x, ended
  MATCH (asked:Entity)-[part:LEADS|MEMBER_OF|PARTICIPATES_IN|PART_OF]->(x)
  WHERE size(needed) = 1 AND asked:Body AND part.from_earliest <= $as_of AND
    CASE WHEN ended IS NULL THEN $as_of < part.until_latest
         ELSE part.from_earliest < ended AND ended <= part.until_latest END
  RETURN asked, coalesce(part.role, CASE type(part) WHEN 'LEADS' THEN 'lead'
      WHEN 'PARTICIPATES_IN' THEN 'participant' ELSE 'member' END) AS role, need.strength AS strength,
    CASE WHEN ended IS NULL THEN 'current' ELSE 'last-period' END AS standing, needed + [part] AS links
}
// a body that no longer exists stands for its successors
OPTIONAL MATCH (heir:Entity)-[succession:SUCCESSOR_OF]->(asked)
WHERE asked.until_latest <= $as_of AND $as_of < heir.until_latest AND
  succession.from_earliest <= $as_of AND $as_of < succession.until_latest
WITH coalesce(heir, asked) AS body, role, strength,
  CASE WHEN heir IS NULL AND asked.until_latest <= $as_of THEN 'ended' ELSE standing END AS standing,
  CASE WHEN heir IS NULL THEN links ELSE links + [succession] END AS links
// one row for each body and role: its shortest chain, then the strongest, then the best standing
WITH body, role, strength, standing, links,
  CASE strength WHEN 'must' THEN 0 WHEN 'should' THEN 1 ELSE 2 END AS weakness,
  CASE standing WHEN 'current' THEN 0 WHEN 'last-period' THEN 1 ELSE 2 END AS rank,
  reduce(key = '', link IN links | key + link.fact) AS key
ORDER BY size(links), weakness, rank, key
WITH body, role, collect({strength: strength, standing: standing, links: links}) AS found
WITH body, role, found[0] AS best
RETURN body.id AS body,
  CASE $lang WHEN 'es' THEN coalesce(body.name_es, body.name) ELSE coalesce(body.name, body.name_es) END AS name,
  coalesce(body.jurisdiction, []) AS country, role, best.strength AS strength, best.standing AS standing,
  coalesce(body.generic, false) AS generic, size(best.links) AS steps,
  [link IN best.links | link.fact] AS chain, [link IN best.links | startNode(link).id] AS subjects
