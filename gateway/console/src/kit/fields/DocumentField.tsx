import { Button, FileInput, Group, Progress } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { exists } from '../../api/client';
import { addressOf, store } from '../../api/documents';
import { useWords } from '../../words/language';
import { DocumentLink, isDigest } from '../DocumentLink';
import { told } from '../Notice';

const TAKEN = '.pdf,.jpg,.jpeg,.png,.txt,.xlsx,.docx';
const WHOLE = 100;

interface Props {
  label: string;
  /** The service that keeps the file. */
  service: string;
  value: string;
  choose: (digest: string) => void;
  isRequired?: boolean;
  error?: string;
}

/** A file, which is stored as soon as it is chosen; the form names it by the digest that comes back. */
export function DocumentField({ label, service, value, choose, isRequired, error }: Props) {
  const words = useWords();
  const [file, hold] = useState<File | null>(null);
  const [share, sent] = useState(0);
  const storing = useMutation({
    mutationFn: (one: File) => store(service, one, sent),
    onSuccess: (stored, one) => {
      keepName(stored.digest, one.name);
      choose(stored.digest);
    },
  });
  const chosen = (one: File | null) => {
    hold(one);
    sent(0);
    choose('');
    storing.reset();
    if (one) storing.mutate(one);
  };
  // A draft may be older than what nothing names is kept.
  const kept = useQuery({
    queryKey: ['kept', service, value], queryFn: () => exists(addressOf(service, value, {})), enabled: isDigest(value) && !file,
  });
  const gone = kept.data === false ? words.say('documentGone') : undefined;
  const wrong = storing.isError ? told(storing.error, words) : (gone ?? error);
  const progress = words.say('storing', { percent: Math.floor(share * WHOLE) });
  return (
    <div>
      <FileInput label={label} withAsterisk={isRequired} clearable clearButtonProps={{ 'aria-label': words.say('remove') }} placeholder={value ? nameOf(value) || words.say('stored') : words.say('chooseFile')}
        description={words.say('documentKinds')} accept={TAKEN} error={wrong} value={file} onChange={chosen} />
      {storing.isPending && (
        <>
          <Progress aria-label={progress} value={share * WHOLE} />
          <p role="status" className="quiet">{progress}</p>
        </>
      )}
      {value !== '' && (
        <Group gap="xs">
          <span role="status">{words.say('stored')} {nameOf(value)}</span>
          {isDigest(value) && <DocumentLink service={service} digest={value} />}
          {!file && <Button size="compact-xs" variant="default" onClick={() => chosen(null)}>{words.say('remove')}</Button>}
        </Group>
      )}
    </div>
  );
}

/** What a file was called lies in this tab, as drafts do; the platform keeps no names of files. */
const place = (digest: string): string => `document:${digest}`;
const keepName = (digest: string, name: string): void => sessionStorage.setItem(place(digest), name);
const nameOf = (digest: string): string => sessionStorage.getItem(place(digest)) ?? '';
