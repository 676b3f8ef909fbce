import type { Tags } from '../judge-tags.ts';
import type { Profile } from '../profile.ts';
import type { FaultList } from './own-road.ts';

/** Names that a city's data has for what we read, the first that is filled counts. */
const columnNames = {
  class: ['class', 'highway', '技术等级', '道路等级', '公路等级', '行政等级', '等级'],
  name: ['name', '名称', '道路名称', '路线名称', '路名'],
  oneway: ['oneway', '单行', '单向', '单行线'],
  surface: ['surface', '路面', '路面类型'],
  maxspeed: ['maxspeed', '限速'],
} as const;
/** OpenStreetMap keys that are taken as they stand. */
const plainKeys = [
  'ref',
  'access',
  'vehicle',
  'motor_vehicle',
  'motorcar',
  'motorcycle',
  'foot',
  'junction',
  'service',
  'tracktype',
  'duration',
  'maxspeed:forward',
  'maxspeed:backward',
  'oneway:foot',
];
const onewayWords: Readonly<Record<string, string>> = {
  是: 'yes',
  单行: 'yes',
  单向: 'yes',
  y: 'yes',
  ft: 'yes',
  否: 'no',
  双向: 'no',
  双行: 'no',
  n: 'no',
  b: 'no',
  '0': 'no',
  反向: '-1',
  逆向: '-1',
  tf: '-1',
};
const onewayValues = ['yes', 'true', '1', '-1', 'reverse', 'reversible', 'no', 'false'];
const surfaceWords: Readonly<Record<string, string>> = {
  沥青: 'asphalt',
  沥青混凝土: 'asphalt',
  沥青路面: 'asphalt',
  水泥: 'concrete',
  水泥混凝土: 'concrete',
  水泥路面: 'concrete',
  简易铺装: 'compacted',
  简易铺装路面: 'compacted',
  块石: 'sett',
  弹石: 'cobblestone',
  石块: 'cobblestone',
  砂石: 'gravel',
  碎石: 'gravel',
  砾石: 'gravel',
  未铺装: 'unpaved',
  未铺装路面: 'unpaved',
  无路面: 'unpaved',
  土: 'dirt',
  土路: 'dirt',
};
/** `highway` values that are roads or paths, whether a profile opens them or not: not a misspelling. */
const roadClasses = new Set(
  (
    'motorway motorway_link trunk trunk_link primary primary_link secondary secondary_link tertiary tertiary_link ' +
    'unclassified residential living_street road service track path footway pedestrian cycleway bridleway steps busway ' +
    'corridor construction proposed raceway ferry'
  ).split(' '),
);

/** What is met in a file on the way. */
export interface WordsSeen {
  readonly faults: FaultList;
  readonly strangeSurfaces: Map<string, number>;
  /** Words for a class that are not known: told once each. */
  readonly strangeClasses: Set<string>;
}

/**
 * What a road of a city's data says, in OpenStreetMap's words; undefined where a fault stands against it.
 * @param properties GeoJSON's, or a CSV row's by its columns; empty texts and nulls are not said
 */
export function tagsOf(
  properties: Readonly<Record<string, unknown>>,
  profile: Profile,
  pointer: string,
  { faults, strangeSurfaces, strangeClasses }: WordsSeen,
): Tags | undefined {
  const tags = new Map<string, string>();
  const said = (names: readonly string[]): { readonly column: string; readonly text: string } | undefined => {
    for (const column of names) {
      const text = textOf(properties[column]);
      if (text !== '') return { column, text };
    }
    return undefined;
  };
  const roadClass = said(columnNames.class);
  if (roadClass === undefined) {
    faults.add(pointer, 'noClass', `没有道路等级（列 ${columnNames.class.join('、')} 之一）`, 'no class of road');
    return undefined;
  }
  const word = classOf(roadClass.text, profile);
  if (word === undefined) {
    if (strangeClasses.has(roadClass.text)) return undefined;
    strangeClasses.add(roadClass.text);
    faults.add(
      `${pointer}/${roadClass.column}`,
      'class',
      `不认识的道路等级：${roadClass.text}（可在出行方式的 classWords 中加入）`,
      `unknown class of road: ${roadClass.text}; add it to the profile's classWords`,
    );
    return undefined;
  }
  if (word === 'ferry') tags.set('route', 'ferry');
  else tags.set('highway', word);
  const name = said(columnNames.name);
  if (name) tags.set('name', name.text);
  const oneway = said(columnNames.oneway);
  if (oneway) {
    const value = onewayWords[oneway.text.toLowerCase()] ?? oneway.text.toLowerCase();
    if (!onewayValues.includes(value)) {
      const where = `${pointer}/${oneway.column}`;
      faults.add(where, 'oneway', `须为 是、否 或 -1：${oneway.text}`, `must be yes, no or -1: ${oneway.text}`);
      return undefined;
    }
    tags.set('oneway', value);
  }
  const surface = said(columnNames.surface);
  if (surface) {
    const value = surfaceWords[surface.text] ?? surface.text;
    tags.set('surface', value);
    if (/[^\x20-\x7e]/.test(value)) strangeSurfaces.set(value, (strangeSurfaces.get(value) ?? 0) + 1);
  }
  const maxspeed = said(columnNames.maxspeed);
  if (maxspeed && maxspeed.text !== '0') {
    if (!/^\d{1,3}(\.\d+)?( ?km\/h| mph)?$/.test(maxspeed.text)) {
      const where = `${pointer}/${maxspeed.column}`;
      faults.add(where, 'maxspeed', `限速须为公里/小时：${maxspeed.text}`, `must be km/h: ${maxspeed.text}`);
      return undefined;
    }
    tags.set('maxspeed', maxspeed.text);
  }
  for (const key of plainKeys) {
    const text = textOf(properties[key]);
    if (text !== '') tags.set(key, text);
  }
  return tags;
}

/** The class behind a word: the profile's words first, then OpenStreetMap's own. */
function classOf(text: string, { classWords, speeds }: Profile): string | undefined {
  if (Object.hasOwn(classWords, text)) return classWords[text];
  return Object.hasOwn(speeds, text) || roadClasses.has(text) ? text : undefined;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number') return String(value);
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : '';
}
