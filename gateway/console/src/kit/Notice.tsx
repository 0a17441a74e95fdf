import { Alert, Button, Loader } from '@mantine/core';
import { Refused, Unreachable, type Problem } from '../api/problem';
import { useWords, type Words } from '../words/language';

/** What a problem means, for people. */
export function meaning(problem: Problem, { language, say }: Words): string {
  const title = language === 'zh' ? (problem.titleZh ?? problem.title) : problem.title;
  const [english = '', chinese] = (problem.detail ?? '').split(' | ');
  const detail = (language === 'zh' && chinese) || english;
  const clause = problem.clause ? `（${say('clause', { clause: problem.clause })}）` : '';
  const defect = problem.errorId ? ` ${say('defect')}${problem.errorId}` : '';
  return `${title}${clause}${detail && detail !== title ? ` — ${detail}` : ''}${defect}`;
}

/** What went wrong, for people. */
export function told(error: unknown, words: Words): string {
  if (error instanceof Refused) return meaning(error.problem, words);
  if (error instanceof Unreachable) return words.say('unreachable');
  return `${words.say('failed')}: ${String(error)}`;
}

/** What is wrong with which field: what is missing, and what was refused. */
export function wrong(error: unknown, missing: string[], { language, say }: Words): Map<string, string> {
  const errors = new Map(missing.map((path) => [path, say('required')]));
  if (error instanceof Refused)
    for (const one of error.problem.errors ?? [])
      errors.set(one.field, (language === 'zh' && one.reasonZh) || one.reason);
  return errors;
}

/** Says that something could not be read, and offers to try again. */
export function Failed({ error, again }: { error: unknown; again: () => void }) {
  const words = useWords();
  return (
    <Alert role="alert" color="red" title={words.say('failed')}>
      <p>{told(error, words)}</p>
      <Button size="xs" variant="default" onClick={again}>{words.say('again')}</Button>
    </Alert>
  );
}

/** Says that something is being read. */
export function Loading() {
  const { say } = useWords();
  return <p role="status" className="quiet"><Loader size="xs" aria-hidden /> {say('loading')}</p>;
}
