import { MODEL_WORDS } from '@account-health/contract/model-words';
import { PLAY_WORDS } from '@account-health/contract/play-words';
import { SETTINGS_WORDS } from '@account-health/contract/settings-words';
import type { RequestHandler } from 'express';
import type { PortalHandles } from '../../store/open-store.ts';
import { settingsHome } from '../answers/settings.ts';
import { type Gate, wordingFor } from '../gate.ts';
import { permissionsAnswer } from '../permissions-answer.ts';
import type { SignedLocals } from '../require-signature.ts';
import { sendAnswer } from '../send-answer.ts';
import { signedPerson } from '../signed-person.ts';
import { wordsOf } from '../words-of.ts';

/** `GET /api/settings?locale=`: the settings page's words, the portal that it is of, and what whoever asks may do there. */
export function homeRoute({ gate, store }: { readonly gate: Gate; readonly store: PortalHandles }): RequestHandler {
  return async (request, response) => {
    const portal = store.portal((response.locals as SignedLocals).portalId);
    const { locale } = request.query;
    const wording = wordingFor(locale);
    const [profile, { you }] = [
      await portal.profile(),
      await permissionsAnswer(gate, portal, signedPerson(request), locale),
    ];
    sendAnswer(response, settingsHome, {
      locale: wording.locale,
      portalId: portal.portalId,
      timeZone: profile?.timeZone ?? 'UTC',
      currency: profile?.currency ?? null,
      you,
      words: {
        settings: wordsOf(wording, 'settings.word', SETTINGS_WORDS),
        model: wordsOf(wording, 'model.word', MODEL_WORDS),
        play: wordsOf(wording, 'play.word', PLAY_WORDS),
      },
    });
  };
}
