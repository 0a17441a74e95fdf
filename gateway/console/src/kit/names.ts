import type { Catalog, Field, Place, View } from '../api/schema';
import type { Words } from '../words/language';
import type { Word } from '../words/zh';
import { viewAt, type Held } from './catalog';
import { explained, knownBy, valueAt, type Row } from './rows';
import { minuteOf, type When } from './time';

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

const CODE = /^[A-Z]{2,}(_[A-Z]+)+$/;

/** An actor that is no person: a rule of the platform that reacts to a fact. */
export const POLICY = 'policy:';

/** Texts of the services that stand for something and have no label of their own. */
const CODES: Record<string, Word> = {
  NATIVE: 'native', ENTERED: 'entered', LEADING_GROUP: 'leadingGroup', CAMPAIGN_OFFICE: 'campaignOffice',
  PLAN_TASK: 'planTask',
};

/** In which words, of which catalog and as of when something is named. */
export interface Naming {
  words: Words;
  catalog: Catalog;
  when: When;
}

/** What an id is called, and the row that says so. */
export interface Named {
  view: View;
  row: Row;
  name: string;
}

/** What an organisation is called in the language; the Chinese where there is no English. */
export const labelOf = ({ labelZh, labelEn }: Row | Pick<Held, 'labelZh' | 'labelEn'>, { language }: Words): string =>
  String((language === 'en' && labelEn) || labelZh);

/** The text of a value that is no reference and has no parts. Ids mean nothing to people. */
export function plain(field: Field, value: unknown, { words, catalog }: Omit<Naming, 'when'>): string {
  if (value === null || value === undefined) return '';
  if (field.kind === 'truth') return words.say(value ? 'yes' : 'no');
  if (field.kind === 'instant') return minuteOf(String(value));
  if (field.kind === 'choice') return called(field, String(value), { words, catalog });
  return String(value).replace(ID, '').split(/([ ,;]+)/)
    .map((part) => called(field, part, { words, catalog })).join('').trim();
}

/** What a code is called; a code that has no name says nothing to people, a text that is none is itself. */
export function called(field: Field, value: string, { words, catalog }: Omit<Naming, 'when'>): string {
  const label = field.values[value] ?? catalog.values[value];
  if (label) return words.label(label);
  const word = CODES[value];
  if (word) return words.say(word);
  return CODE.test(value) ? '' : value;
}

/** What an id is called; null if the reader may not know. */
export async function named(places: Place[], id: string, naming: Naming): Promise<Named | null> {
  for (const place of places) {
    const view = viewAt(naming.catalog, place.view);
    const row = view && (await explained(place, id, naming.when));
    if (view && row) return { view, row, name: await nameOf(view, row, place.name, naming) };
  }
  return null;
}

/** What people call a row. */
export async function nameOf(view: View, row: Row, name: string, naming: Naming): Promise<string> {
  const parts = await Promise.all(
    knownBy(view, inLanguage(view, name, naming.words)).map(({ path, field }) => textOf(field, valueAt(row, path), naming)));
  return parts.filter((part) => part !== '').join(' · ') || naming.words.say('notVisible');
}

/** The English label of what has one, for who reads English. */
function inLanguage(view: View, name: string, { language }: Words): string {
  const english = name.replace(/Zh$/, 'En');
  return language === 'en' && view.fields.some((field) => field.name === english) ? english : name;
}

/** Of what is there in both languages, what the reader reads. */
export function inOneLanguage(fields: Field[], { language }: Words): Field[] {
  const [own, other] = language === 'zh' ? ['Zh', 'En'] : ['En', 'Zh'];
  const names = new Set(fields.map(({ name }) => name));
  return fields.filter(({ name }) => !(name.endsWith(other) && names.has(name.slice(0, -other.length) + own)));
}

/** Any value as one text. */
export async function textOf(field: Field, value: unknown, naming: Naming): Promise<string> {
  if (value === null || value === undefined) return '';
  const { member } = field;
  if (field.kind === 'list' && member)
    return joined((value as unknown[]).map((one) => textOf(member, one, naming)));
  if (field.kind === 'map' && member)
    return joined(Object.entries(value as Record<string, unknown>).map(async ([name, one]) =>
      `${called(field, name, naming)} ${await textOf(member, one, naming)}`));
  if (field.kind === 'record')
    return joined(field.fields.map((one) => textOf(one, (value as Record<string, unknown>)[one.name], naming)));
  if (!field.places.length) return plain(field, value, naming);
  if (String(value).startsWith(POLICY)) return naming.words.say('byPolicy');
  return (await named(field.places, String(value), naming))?.name ?? '';
}

const joined = async (texts: Promise<string>[]): Promise<string> =>
  (await Promise.all(texts)).filter((text) => text !== '').join('; ');
