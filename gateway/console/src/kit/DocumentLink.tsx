import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { read } from '../api/client';
import { addressOf, fits } from '../api/documents';
import { Refused } from '../api/problem';
import { useWords } from '../words/language';
import { Loading, told } from './Notice';
import { clocks, useWhen } from './time';

const DIGEST = /^[0-9a-f]{64}$/;
const SHOWN_OF_DIGEST = 12;
const NOTHING = 404;

/** Whether a text names a document that the platform may have. */
export const isDigest = (text: string): boolean => DIGEST.test(text);

/** Shows a document to whoever may see it. */
export function DocumentLink({ service, digest }: { service: string; digest: string }) {
  const { say } = useWords();
  const [isOpen, open] = useState(false);
  return (
    <>
      <button type="button" className="link" title={digest} onClick={() => open(true)}>{say('showDocument')}</button>
      {isOpen && <Shown service={service} digest={digest} close={() => open(false)} />}
    </>
  );
}

function Shown({ service, digest, close }: { service: string; digest: string; close: () => void }) {
  const words = useWords();
  const when = useWhen();
  const dialog = useRef<HTMLDialogElement>(null);
  const answer = useQuery({
    queryKey: ['document', service, digest, when],
    queryFn: async () => {
      const bytes = await read(addressOf(service, digest, clocks(when)));
      return { bytes, isTrue: await fits(bytes, digest) };
    },
    retry: false,
    gcTime: 0,
  });
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="document" onClose={close} aria-label={words.say('document')}>
      <form method="dialog"><button type="submit">{words.say('close')}</button></form>
      {answer.isPending && <Loading />}
      {answer.isError && <p role="alert" className="wrong">{isNothing(answer.error) ? words.say('noDocument') : told(answer.error, words)}</p>}
      {answer.isSuccess && (
        <>
          <p role="status" className={answer.data.isTrue ? 'quiet' : 'wrong'}>
            {words.say(answer.data.isTrue ? 'documentFits' : 'documentDiffers')}
          </p>
          <Content bytes={answer.data.bytes} name={digest.slice(0, SHOWN_OF_DIGEST)} />
        </>
      )}
    </dialog>
  );
}

const isNothing = (error: unknown): boolean => error instanceof Refused && error.problem.status === NOTHING;

/** A PDF or a picture in the page; whatever it is, it can be saved. */
function Content({ bytes, name }: { bytes: Blob; name: string }) {
  const { say } = useWords();
  const url = useUrl(bytes);
  if (!url) return null;
  return (
    <>
      <p><a href={url} download={name + ending(bytes.type)}>{say('saveDocument')}</a></p>
      {bytes.type === 'application/pdf' && <iframe src={url} title={say('document')} />}
      {bytes.type.startsWith('image/') && <img src={url} alt={say('document')} />}
    </>
  );
}

/** How the names of such files end. */
const ENDINGS: Record<string, string> = {
  'application/pdf': '.pdf', 'image/jpeg': '.jpg', 'image/png': '.png',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': '.xlsx',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
};
const ending = (type: string): string => ENDINGS[type] ?? '.txt';

/** An address of these bytes in this page, as long as they are shown. */
function useUrl(bytes: Blob): string {
  const [url, hold] = useState('');
  useEffect(() => {
    const made = URL.createObjectURL(bytes);
    hold(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes]);
  return url;
}
