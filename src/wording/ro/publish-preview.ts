import type { publishPreview as english } from '../en/publish-preview.ts';
import type { Sentences } from '../sentences.ts';

export const publishPreview: Sentences<typeof english> = {
  'preview.failure.no_draft': 'Nu se modifică nimic, deci nu este nimic de previzualizat.',
  'preview.failure.mistakes': 'Ciorna are greșeli. Corectați-le mai întâi; apoi poate fi previzualizată.',
  'preview.failure.no_cycle':
    'Încă nu a fost calculat niciun scor. Previzualizarea este posibilă după prima sincronizare.',
  'preview.failure.error': 'Previzualizarea a eșuat. Eroarea a fost înregistrată; încercați din nou.',
  'preview.stale': 'Ciorna s-a schimbat între timp. Priviți-o așa cum este acum, apoi previzualizați-o din nou.',
  'preview.why.thresholds':
    'Praguri noi: sănătos de la {healthyFrom, number} în sus, la risc de la {atRiskFrom, number} în sus',
  'preview.why.others':
    '{count, plural, one {încă # modificare} few {încă # modificări} other {încă # de modificări}} ({points, number, ::sign-always})',
  'preview.why.was': 'Până acum: {reason}',
  'preview.why.is': 'Cu ciorna: {reason}',
  'preview.note.unread':
    'Încă necitite, deci necunoscute în această previzualizare: {signals}. Le citește primul ciclu de după publicare.',
  'preview.note.deciding':
    'Încă necitite: {properties}. Cine este client, cine a plecat și cine este în ce segment se decide după ele abia după publicare.',
  'preview.note.thresholds':
    'Cu ciorna, după toate scorurile: sănătos de la {healthyFrom, number} în sus, la risc de la {atRiskFrom, number} în sus.',
  'preview.note.revenue': 'Venitul anual se cunoaște pentru {known, number} din {customers, number} clienți.',
  'preview.note.shifted':
    'În banda lor {companies, plural, one {se schimbă # scor} few {se schimbă # scoruri} other {se schimbă # de scoruri}}, cu cel mult {points, plural, one {# punct} few {# puncte} other {# de puncte}}.',
  'preview.note.unmoved': 'Nicio companie nu își schimbă starea.',
  'preview.note.unnamed': 'Puteți vedea câte companii se mută, dar nu care.',
  'preview.nameless': 'Companie fără nume',
};
