/** The app's settings in a HubSpot account. */

import { userLocale } from '@account-health/contract/user-locale';
import { hubspot, LoadingSpinner, useExtensionContext } from '@hubspot/ui-extensions';
import { useMemo } from 'react';
import { isHome } from './is-home.ts';
import { LoadFailure } from './load-failure.tsx';
import { ownWords } from './own-words.ts';
import { makeSettingsApi } from './settings-api.ts';
import { SettingsTabs } from './settings-tabs.tsx';
import { useAnswer } from './use-answer.ts';

hubspot.extend<'settings'>(() => <SettingsPage />);

export function SettingsPage() {
  const { user, variables } = useExtensionContext<'settings'>();
  const locale = userLocale(user);
  const backendUrl = String(variables?.BACKEND_URL ?? '');
  const api = useMemo(() => makeSettingsApi(backendUrl, locale), [backendUrl, locale]);
  const { state, reload } = useAnswer(api, '/api/settings', isHome);
  const own = ownWords(locale);
  if (state.kind === 'loading') return <LoadingSpinner label={own.loading} showLabel layout="centered" />;
  if (state.kind === 'failed') return <LoadFailure failed={state} own={own} onRetry={reload} />;
  return <SettingsTabs home={state.body} api={api} />;
}
