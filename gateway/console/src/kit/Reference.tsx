import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Place } from '../api/schema';
import { useWords } from '../words/language';
import { useCatalog } from './catalog';
import { named, POLICY, type Named } from './names';
import { useAddress, useWhen } from './time';

const LONG = 60_000;

/** An id as people know it: the name of what it stands for, which leads there. */
export function Reference({ places, id }: { places: Place[]; id: string }) {
  const { say } = useWords();
  const address = useAddress();
  const found = useNamed(places, id);
  if (id.startsWith(POLICY)) return say('byPolicy');
  if (found === undefined) return <span className="quiet">…</span>;
  if (found === null) return <span className="quiet">{say('notVisible')}</span>;
  return <Link href={address(`/${found.view.path}/${encodeURIComponent(found.row.key)}`)}>{found.name}</Link>;
}

/** What an id is called; null if the reader may not know, undefined until that is known. */
export function useNamed(places: Place[], id: string): Named | null | undefined {
  const words = useWords();
  const catalog = useCatalog();
  const when = useWhen();
  return useQuery({
    queryKey: ['name', places, id, when, words.language],
    queryFn: () => named(places, id, { words, catalog, when }),
    staleTime: LONG,
    enabled: id !== '' && !id.startsWith(POLICY),
  }).data;
}
