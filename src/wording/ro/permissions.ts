import type { permissions as english } from '../en/permissions.ts';
import type { Sentences } from '../sentences.ts';

export const permissions: Sentences<typeof english> = {
  'permission.refused.everybody': 'Deschideți dintr-un card sau dintr-o pagină a aplicației în HubSpot.',
  'permission.refused.amounts':
    'Sumele și subiectele e-mailurilor sunt vizibile doar pentru superadministratori și pentru persoanele și echipele numite în setările aplicației.',
  'permission.refused.portfolio':
    'Portofoliul este vizibil doar pentru superadministratori și pentru persoanele și echipele numite în setările aplicației.',
  'permission.refused.managers':
    'Doar superadministratorii și persoanele numite în setările aplicației pot face acest lucru.',
  'permission.refused.managers_or_installer':
    'Doar superadministratorii, persoanele numite în setările aplicației și cine a instalat aplicația pot face acest lucru.',
  'permission.unknown.unnamed': 'HubSpot nu a spus cine întreabă, așa că drepturile nu au putut fi verificate.',
  'permission.unknown.scope_missing':
    'Drepturile nu au putut fi verificate: aplicația nu poate citi utilizatorii acestui cont. Un administrator îi poate acorda permisiunea settings.users.read.',
  'permission.unknown.unreachable':
    'Drepturile nu au putut fi verificate: HubSpot nu a răspuns. Încercați din nou peste un minut.',
  'permission.unknown.not_found':
    'Drepturile nu au putut fi verificate: HubSpot nu enumeră această persoană printre utilizatorii contului.',
  'permission.stale': 'Între timp altcineva a modificat aceste setări. Verificați-le din nou, apoi faceți modificarea.',
};
