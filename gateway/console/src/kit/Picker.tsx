import { Autocomplete, MultiSelect, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { askView } from '../api/client';
import type { Place } from '../api/schema';
import { useWords } from '../words/language';
import { useCatalog, viewAt } from './catalog';
import { nameOf, type Naming } from './names';
import { useNamed } from './Reference';
import { asSuch, knownBy, type Page } from './rows';
import { clocks, useWhen } from './time';

const PAUSE = 200;
const OFFERED = 50;

interface Option {
  value: string;
  label: string;
}

interface Props {
  label: string;
  places: Place[];
  id: string;
  choose: (id: string) => void;
  isRequired?: boolean;
  description?: string;
  error?: string;
  /** Filters on what is offered. */
  among?: string[];
}

/** Chooses one thing by the name people know it by. */
export function Picker({ label, places, id, choose, isRequired, description, error, among = [] }: Props) {
  const words = useWords();
  const [text, write] = useState('');
  const chosen = useNamed(places, id);
  const { options, isPending } = useOptions(places, text, among);
  const shown = id && chosen && !options.some((one) => one.value === id)
    ? [{ value: id, label: chosen.name }, ...options] : options;
  return (
    <Select
      label={label} description={description} error={error} withAsterisk={isRequired} searchable clearable
      placeholder={words.say('search')} nothingFoundMessage={isPending ? words.say('loading') : words.say('nothingFound')}
      data={shown} filter={({ options: all }) => all} value={id || null}
      onSearchChange={write} onChange={(value) => choose(value ?? '')}
    />
  );
}

/** Chooses several. */
export function Pickers({ label, places, ids, choose, isRequired, description, error, among = [] }:
  Omit<Props, 'id' | 'choose'> & { ids: string[]; choose: (ids: string[]) => void }) {
  const words = useWords();
  const [text, write] = useState('');
  const [known, know] = useState<Option[]>([]);
  const { options, isPending } = useOptions(places, text, among);
  const kept = known.filter((one) => ids.includes(one.value) && !options.some((other) => other.value === one.value));
  const chosen = (values: string[]) => {
    know([...kept, ...options].filter((one) => values.includes(one.value)));
    choose(values);
  };
  return (
    <MultiSelect
      label={label} description={description} error={error} withAsterisk={isRequired} searchable clearable
      placeholder={words.say('search')} nothingFoundMessage={isPending ? words.say('loading') : words.say('nothingFound')}
      data={[...kept, ...options]} filter={({ options: all }) => all} value={ids} onSearchChange={write} onChange={chosen}
    />
  );
}

/** Writes a text; one that is known is offered by its name and kept as it is known. */
export function Suggested({ places, value, choose, ...common }: {
  label: string; places: Place[]; value: string; choose: (value: string) => void; withAsterisk: boolean; error?: string;
}) {
  const [text, write] = useState(value);
  const { options } = useOptions(places, text, []);
  const said = (written: string) => {
    write(written);
    choose(options.find((one) => one.label === written)?.value ?? written);
  };
  return <Autocomplete {...common} data={[...new Set(options.map((one) => one.label))]} value={text} onChange={said} />;
}

/** What can be chosen, of those whose name contains the text. */
function useOptions(places: Place[], text: string, among: string[]) {
  const words = useWords();
  const catalog = useCatalog();
  const when = useWhen();
  const [asked] = useDebouncedValue(text.trim(), PAUSE);
  const answer = useQuery({
    queryKey: ['options', places, asked, among, when, words.language],
    queryFn: async () => (await Promise.all(places.map((place) => options(place, asked, among, { words, catalog, when })))).flat(),
    staleTime: 10_000,
    placeholderData: (before) => before,
  });
  return { options: answer.data ?? [], isPending: answer.isPending };
}

async function options(place: Place, text: string, among: string[], naming: Naming): Promise<Option[]> {
  const view = viewAt(naming.catalog, place.view);
  if (!view) return [];
  const searched = knownBy(view, place.name).find(({ field, path }) =>
    field.kind === 'text' && !field.places.length && !path.includes('.'))?.path;
  const filter = [...among, ...(text && searched ? [`${searched}:~${asSuch(text)}`] : [])];
  const { rows } = await askView<Page>(view.path, { filter, limit: searched ? OFFERED : 200, sort: searched, ...clocks(naming.when) });
  const named = await Promise.all(rows.map(async (row) => ({
    value: String(place.by ? (row[place.by] ?? '') : row.key),
    label: await nameOf(view, row, place.name, naming),
  })));
  const wanted = text.toLowerCase();
  // Several rows may name one id: the nominations of one ballot, a form in each campaign.
  const once = new Map(named.toReversed().map((one) => [one.value, one]));
  return [...once.values()].toReversed()
    .filter((one) => one.value !== '' && (searched || one.label.toLowerCase().includes(wanted)))
    .slice(0, OFFERED);
}
