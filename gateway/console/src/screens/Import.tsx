import { Button, FileInput, Group, Progress, Table } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, upload } from '../api/client';
import { remember } from '../api/recorded';
import type { Sheet } from '../api/schema';
import { useWords } from '../words/language';
import { told } from '../kit/Notice';

interface Report {
  id: string;
  preview: boolean;
  total: number;
  done: number;
  imported: number;
  unchanged: number;
  wrong: number;
  finished: boolean;
  position: number;
  wrongRows: { row: number; reason: string }[];
}

const PAUSE = 500;

/** A sheet: tried first, then recorded; every wrong row is listed with its reason. */
export function Import({ sheet, isStep = false }: {
  sheet: Sheet;
  /** Whether it is one of several things on its page, which has its own heading. */
  isStep?: boolean;
}) {
  const words = useWords();
  const queries = useQueryClient();
  const [file, choose] = useState<File | null>(null);
  const [report, show] = useState<Report | null>(null);
  const path = `${sheet.service}/imports/${sheet.name}`;
  const running = useMutation({
    mutationFn: async (isPreview: boolean) => {
      if (!file) return;
      let state = await upload<Report>(isPreview ? `${path}?preview=true` : path, file);
      show(state);
      while (!state.finished) {
        await new Promise((resume) => { setTimeout(resume, PAUSE); });
        state = await ask<Report>(`${sheet.service}/imports/${state.id}`);
        show(state);
      }
      if (isPreview) return;
      remember(sheet.service, state.position);
      await queries.invalidateQueries();
    },
  });
  const taken = (one: File | null) => {
    choose(one);
    show(null);
    running.reset();
  };
  return (
    <>
      {!isStep && <h1>{words.say('importing')} · {words.label(sheet.label)}</h1>}
      <p className="quiet">{sheet.description}</p>
      <div className="form">
        <FileInput label={words.say('chooseSheet')} accept=".xlsx,.csv" clearable clearButtonProps={{ 'aria-label': words.say('remove') }} value={file} onChange={taken} />
        <Group>
          <Button variant="default" disabled={!file || running.isPending} onClick={() => running.mutate(true)}>{words.say('preview')}</Button>
          <Button disabled={!file || !report?.finished || !report.preview || report.imported === 0 || running.isPending}
            onClick={() => running.mutate(false)}>{words.say('doImport')}</Button>
        </Group>
        {running.isError && <p role="alert" className="wrong">{told(running.error, words)}</p>}
        {report && <Outcome report={report} />}
      </div>
    </>
  );
}

function Outcome({ report }: { report: Report }) {
  const { say, language } = useWords();
  const progress = say('progress', { done: report.done, total: report.total });
  return (
    <section aria-live="polite">
      {!report.finished && <Progress aria-label={progress} value={report.total ? (100 * report.done) / report.total : 0} />}
      <p role="status">{report.finished ? say('sheetTotal', { n: report.total }) : progress}</p>
      <ul>
        <li>{say(report.preview ? 'sheetWouldBe' : 'sheetImported', { n: report.imported })}</li>
        <li>{say('sheetUnchanged', { n: report.unchanged })}</li>
        <li>{say('sheetWrong', { n: report.wrong })}</li>
      </ul>
      {report.wrongRows.length > 0 && (
        <Table>
          <Table.Thead><Table.Tr><Table.Th scope="col">{say('row')}</Table.Th><Table.Th scope="col">{say('reason')}</Table.Th></Table.Tr></Table.Thead>
          <Table.Tbody>
            {report.wrongRows.map(({ row, reason }) => (
              <Table.Tr key={`${row} ${reason}`}><Table.Td>{row}</Table.Td><Table.Td>{inLanguage(reason, language)}</Table.Td></Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
  );
}

/** Reasons come in English and Chinese. */
function inLanguage(reason: string, language: string): string {
  const [english = '', chinese] = reason.split(' | ');
  return (language === 'zh' && chinese) || english;
}
