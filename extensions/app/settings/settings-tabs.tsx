import type { SettingsHome } from '@account-health/contract/settings';
import { Flex, Tab, Tabs } from '@hubspot/ui-extensions';
import { useMemo, useState } from 'react';
import { ConnectionTab } from './connection-tab.tsx';
import { DisconnectOutcome } from './disconnect-outcome.tsx';
import { useDrafts } from './drafts.ts';
import { makeFormats } from './formats.ts';
import { useKept } from './kept.ts';
import { LogSection } from './log-section.tsx';
import { ModelSection } from './model-section.tsx';
import { ownWords } from './own-words.ts';
import { PeopleSection } from './people-section.tsx';
import { PlaybooksSection } from './playbooks-section.tsx';
import { makeSay } from './say.ts';
import type { SectionProps } from './section.ts';
import { SegmentsSection } from './segments-section.tsx';
import { SetUp } from './set-up.tsx';
import type { SettingsApi } from './settings-api.ts';
import { useDisconnect } from './use-disconnect.ts';

/** Only the open tab is on the page; what was entered in the others is kept above them. */
export function SettingsTabs({ home, api }: { home: SettingsHome; api: SettingsApi }) {
  const [open, setOpen] = useState('setUp');
  const kept = useKept();
  const drafts = useDrafts({ api });
  const leaving = useDisconnect(api, home.portalId);
  const given = useMemo(
    () => ({ say: makeSay(home.words), format: makeFormats(home.locale, home.timeZone), own: ownWords(home.locale) }),
    [home],
  );
  const props: SectionProps = { home, api, kept, ...given };
  const { settings: say } = given.say;
  const tabs = [
    ['setUp', say('tabSetUp'), () => <SetUp {...props} drafts={drafts} />],
    ['connection', say('tabConnection'), () => <ConnectionTab {...props} leaving={leaving} />],
    ['model', say('tabModel'), () => <ModelSection {...props} drafts={drafts} />],
    ['playbooks', say('tabPlaybooks'), () => <PlaybooksSection {...props} />],
    ['segments', say('tabSegments'), () => <SegmentsSection {...props} />],
    ['people', say('tabPeople'), () => <PeopleSection {...props} />],
    ['log', say('tabLog'), () => <LogSection {...props} />],
  ] as const;
  if (leaving.isLeaving) {
    return (
      <Flex direction="column" gap="small" align="start">
        <DisconnectOutcome {...props} state={leaving.state} />
      </Flex>
    );
  }
  return (
    <Tabs selected={open} onSelectedChange={(id: string | number) => setOpen(String(id))}>
      {tabs.map(([id, title, section]) => (
        <Tab key={id} tabId={id} title={title}>
          {open === id ? section() : null}
        </Tab>
      ))}
    </Tabs>
  );
}
