import type { permissions as english } from '../en/permissions.ts';
import type { Sentences } from '../sentences.ts';

export const permissions: Sentences<typeof english> = {
  'permission.refused.everybody': 'Aprire da una scheda o una pagina dell’app in HubSpot.',
  'permission.refused.amounts':
    'Gli importi e gli oggetti delle email sono visibili solo ai super admin e alle persone e ai team indicati nelle impostazioni dell’app.',
  'permission.refused.portfolio':
    'Il portafoglio è visibile solo ai super admin e alle persone e ai team indicati nelle impostazioni dell’app.',
  'permission.refused.managers': 'Solo i super admin e le persone indicate nelle impostazioni dell’app possono farlo.',
  'permission.refused.managers_or_installer':
    'Solo i super admin, le persone indicate nelle impostazioni dell’app e chi ha installato l’app possono farlo.',
  'permission.unknown.unnamed':
    'HubSpot non ha indicato chi fa la richiesta, quindi non è stato possibile verificare i diritti.',
  'permission.unknown.scope_missing':
    'Non è stato possibile verificare i diritti: l’app non può leggere gli utenti di questo account. Un amministratore può concederle l’ambito settings.users.read.',
  'permission.unknown.unreachable':
    'Non è stato possibile verificare i diritti: HubSpot non ha risposto. Riprovare fra un minuto.',
  'permission.unknown.not_found':
    'Non è stato possibile verificare i diritti: HubSpot non elenca questa persona fra gli utenti dell’account.',
  'permission.stale':
    'Nel frattempo qualcun altro ha modificato queste impostazioni. Riguardarle, poi fare la modifica.',
};
