import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { askView } from '../api/client';
import type { Field, View } from '../api/schema';
import { useWords } from '../words/language';
import { useCatalog } from './catalog';
import { textOf } from './names';
import { told } from './Notice';
import type { Page, Row } from './rows';
import { clocks, useWhen } from './time';

const AT_ONCE = 500;

interface Props {
  view: View;
  fields: Field[];
  filter: string[];
  sort?: string;
}

/** Saves all rows of a list, as they are shown, with the clocks and the position they were true at. */
export function Export({ view, fields, filter, sort }: Props) {
  const words = useWords();
  const catalog = useCatalog();
  const when = useWhen();
  const [saved, count] = useState(0);
  const saving = useMutation({
    mutationFn: async () => {
      count(0);
      const lines = [fields.map((field) => words.label(field.label))];
      let next: string | null = '';
      let page: Page | undefined;
      while (next !== null) {
        page = await askView<Page>(view.path, { filter, sort, limit: AT_ONCE, next, ...clocks(when) });
        lines.push(...await Promise.all(page.rows.map((row: Row) =>
          Promise.all(fields.map((field) => textOf(field, row[field.name], { words, catalog, when }))))));
        count(lines.length - 1);
        next = page.next;
      }
      if (page) save(view, [...about(page), [], ...lines]);
    },
  });
  const about = ({ asOf, knownAt, position, inboxPosition }: Page): string[][] => [
    [words.label(view.label)], [words.say('asOf'), asOf], [words.say('knownAt'), knownAt],
    [words.say('position'), `${position} / ${inboxPosition}`],
  ];
  return (
    <>
      <Button variant="default" size="compact-sm" loading={saving.isPending} onClick={() => saving.mutate()}>{words.say('export')}</Button>
      {saving.isPending && <output className="quiet">{words.say('rows', { n: saved })}</output>}
      {saving.isError && <span role="alert" className="wrong">{told(saving.error, words)}</span>}
    </>
  );
}

function save(view: View, lines: string[][]): void {
  // A byte order mark, so that spreadsheets read it as UTF-8.
  const text = `\uFEFF${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = `${view.name}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** A cell of a CSV file (RFC 4180). What a spreadsheet would take for a formula is a text. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
