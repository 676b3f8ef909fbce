/** How heavy a road of a class is drawn, 3 the heaviest: expressways; main roads; county roads; whatever else can be travelled. */
export type RoadWeight = 0 | 1 | 2 | 3;

/** Words of OpenStreetMap; a link weighs what its road weighs. */
export function weightOf(roadClass: string): RoadWeight {
  const plain = roadClass.replace(/_link$/, '');
  if (['motorway', 'trunk', 'expressway'].includes(plain)) return 3;
  if (['primary', 'secondary'].includes(plain)) return 2;
  return ['tertiary', 'unclassified', 'ferry'].includes(plain) ? 1 : 0;
}
