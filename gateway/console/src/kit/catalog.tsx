import { createContext, useContext } from 'react';
import { useQuery } from '@tanstack/react-query';
import { ask } from '../api/client';
import { SERVICES, type Catalog, type Command, type View } from '../api/schema';

/** An office or a seat held now. */
export interface Held {
  appointment: string;
  organization: string;
  labelZh: string;
  labelEn: string;
  office: string | null;
  body: string | null;
  functions: string[];
  commands: { name: string }[];
}

interface Me {
  person: string;
  roles: string[];
  offices: Held[];
  commands: string[];
}

/** Who is signed in, and what they may try, in all services. */
export interface Myself {
  person: string;
  roles: string[];
  offices: Held[];
  /** {@code service/Command}. */
  commands: Set<string>;
}

const CatalogContext = createContext<Catalog | null>(null);

/** Gives everything below what the services offer. */
export const WithCatalog = CatalogContext.Provider;

/** What the services offer. */
export function useCatalog(): Catalog {
  const catalog = useContext(CatalogContext);
  if (!catalog) throw new Error('no catalog above');
  return catalog;
}

/** A view by its path. */
export const viewAt = (catalog: Catalog, path: string): View | undefined =>
  catalog.views.find((view) => view.path === path);

/** A command by service and name. */
export const commandAt = (catalog: Catalog, service: string, name: string): Command | undefined =>
  catalog.commands.find((command) => command.service === service && command.name === name);

/** Who is signed in; null until that is known. */
export function useMyself(): Myself | null {
  return useQuery({ queryKey: ['me'], queryFn: myself, staleTime: 60_000 }).data ?? null;
}

/** Whether somebody has the role of an auditor. */
export const isAuditor = (myself: Myself | null): boolean => myself?.roles.includes('AUDITOR') ?? false;

async function myself(): Promise<Myself> {
  const all = await Promise.all(
    SERVICES.map(async (service) => ({ service, me: await ask<Me>(`${service}/me`) })));
  const commands = new Set<string>();
  for (const { service, me } of all) {
    me.commands.forEach((name) => commands.add(`${service}/${name}`));
    me.offices.flatMap((held) => held.commands).forEach(({ name }) => commands.add(`${service}/${name}`));
  }
  const first = all[0]?.me;
  return { person: first?.person ?? '', roles: first?.roles ?? [], offices: first?.offices ?? [], commands };
}
