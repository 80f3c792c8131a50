import type { score as english } from '../en/score.ts';
import type { Sentences } from '../sentences.ts';
import { settingsPage } from './settings-page.ts';

export const score: Sentences<typeof english> = {
  'dimension.deals': 'Tranzacții și reînnoiri',
  'dimension.support': 'Asistență',
  'dimension.engagement': 'Implicare',
  'dimension.billing': 'Facturare',
  'dimension.sentiment': 'Satisfacție',
  'dimension.advocacy': 'Recomandări',
  'dimension.adoption': 'Utilizare',

  'cap.long_overdue.label': 'Factură restantă de mult timp',
  'cap.long_overdue.remedy': 'Scorul rămâne scăzut până la plata facturii vechi.',
  'cap.many_complaints.label': 'Multe reclamații nerezolvate',
  'cap.many_complaints.remedy': 'Scorul rămâne scăzut până la rezolvarea reclamațiilor.',
  'cap.other.label': 'Limită a modelului',
  'cap.other.remedy': 'Scorul rămâne scăzut cât timp persistă această situație.',

  'change.source_lost.label': 'O sursă care nu mai poate fi citită',
  'change.source_lost.evidence':
    '{sources}: nu se mai pot citi din {since}. După ultimele date cunoscute de acolo, acest client nu ar fi sănătos.',
  'change.source_lost.remedy':
    'Un administrator poate acorda din nou acces aplicației. Dacă datele nu mai revin, scoateți semnalele lor din modelul de sănătate.',
  'change.source_gained.label': 'O sursă nouă',
  'change.source_gained.evidence': '{sources}: sursă nouă din {since}. Fără aceste date, clientul nu ar fi sănătos.',
  'change.source_gained.remedy':
    'Timp de 30 de zile, o sursă nouă nu face singură niciun client sănătos. Apoi contează în întregime.',

  'history.seam':
    'Începând cu {since}, scorurile sunt cele publicate. Cele de dinainte au fost calculate ulterior, din datele care au o dată calendaristică.',
  'history.model': 'Începând cu {since}, după versiunea {version} a modelului de sănătate.',
  'history.recomputed':
    'Recalculat după versiunea {version} a modelului de sănătate, cu ce se știe astăzi. Scorurile afișate la momentul respectiv pot fi diferite.',

  'source.contacts': 'Contacte',
  'source.deals': 'Tranzacții',
  'source.tickets': 'Tichete',
  'source.emails': 'E-mailuri',
  'source.meetings': 'Întâlniri',
  'source.calls': 'Apeluri',
  'source.communications': 'Mesaje',
  'source.notes': 'Note',
  'source.feedback_submissions': 'Răspunsuri la sondaje',
  'source.subscriptions': 'Abonamente',
  'source.commerce_payments': 'Plăți',
  'source.quotes': 'Oferte',
  'source.invoices': 'Facturi',
  'source.custom': 'Un obiect personalizat',
  'source.usage': 'Utilizarea produsului',

  'hidden.amount': '[sumă ascunsă]',
  'hidden.subject': '[subiect ascuns]',

  'mapped.remedy': 'Discutați despre „{name}” cu clientul, apoi actualizați în HubSpot.',
  'mapped.evidence.number': '{name}: {value, number}.',
  'mapped.evidence.amount': '{name}: {value, number} {unit}.',
  'mapped.evidence.money': '{name}: {amount}.',
  'mapped.evidence.percent': '{name}: {share}.',
  'mapped.evidence.date':
    '{name}: {day} ({days, plural, =0 {azi} one {acum o zi} few {acum # zile} other {acum # de zile}}).',
  'mapped.evidence.yes': '{name}: da.',
  'mapped.evidence.no': '{name}: nu.',
  'mapped.evidence.count':
    '{name}: {count, number} în {days, plural, one {ultima zi} few {ultimele # zile} other {ultimele # de zile}}.',
  'mapped.evidence.option': '{name}: „{value}”.',

  'missing.scope_missing':
    'Aplicația nu are acces la aceste date în HubSpot. Un administrator îi poate acorda accesul.',
  'missing.type_missing': 'Acest cont HubSpot nu are înregistrări de acest tip.',
  'missing.property_missing': `Din acest cont HubSpot lipsește proprietatea din care se citește acest lucru. Setările aplicației o numesc, la „${settingsPage['settings.word.tabConnection']}”.`,
  'missing.not_connected': 'Acest cont HubSpot nu conține astfel de date.',
  'missing.not_set_up': 'Modelul de sănătate nu spune încă ce trebuie urmărit aici.',
  'missing.not_set_up.product_feedback': 'Modelul de sănătate nu spune încă în ce zile lansați versiuni noi.',
  'missing.not_set_up.referrals':
    'Modelul de sănătate nu spune încă ce este o recomandare: o etichetă de asociere, un tip de tranzacție sau un pipeline de tranzacții.',
  'missing.not_read_yet': 'Încă necitit.',
  'missing.not_known_then': 'HubSpot indică doar valoarea de azi, iar la acea dată nu fusese încă observată.',
  'missing.not_logged':
    'Responsabilul companiei nu înregistrează în HubSpot contacte de acest fel, deci tăcerea nu spune nimic.',
  'missing.no_data': 'Pentru acest client nu există nimic de evaluat.',
  'missing.too_few': 'Prea puține date pentru o evaluare: {count, number} din minimum {minimum, number}.',
  'missing.no_norm':
    'Prea puține tichete ale tuturor clienților pentru o comparație: {count, number} din minimum {minimum, number}.',
  'missing.too_new':
    'Client prea recent: comparația necesită {days, plural, one {o zi} few {# zile} other {# de zile}}.',
  'missing.no_terms': 'Facturile sale sunt plătite la emitere sau nu au scadență, deci niciuna nu poate întârzia.',
  'missing.mixed_currencies': 'Plătește în mai multe monede, care nu se adună.',
  'missing.unmapped_value': 'Modelul de sănătate nu cunoaște opțiunea „{value}”.',
  'missing.expired': 'A fost setat acum mai mult de {days, plural, one {o zi} few {# zile} other {# de zile}}.',
  'missing.too_old': 'Ultimul răspuns este mai vechi de {days, plural, one {o zi} few {# zile} other {# de zile}}.',
  'missing.stale': 'Nu a mai venit nimic de acest fel pentru niciun client din {last}, deci tăcerea nu spune nimic.',

  'state.no_facts':
    'Despre acest client nu se știe nimic: nu s-au găsit tranzacții, tichete, e-mailuri, facturi sau alte înregistrări asociate.',
  'state.low_coverage': 'Despre acest client se știe prea puțin pentru un scor corect.',
  'state.few_dimensions':
    'Despre acest client se cunoaște un singur aspect, ceea ce este prea puțin pentru un scor corect.',
  'state.no_purchase_or_stage':
    'Nu este client: etapa din ciclul de viață nu o arată și nu a cumpărat nimic {months, plural, one {în ultima lună} few {în ultimele # luni} other {în ultimele # de luni}}.',
  'state.partner': 'Fără scor: această companie este un partener.',
  'state.vendor': 'Fără scor: această companie este un furnizor.',
  'state.competitor': 'Fără scor: această companie este un concurent.',
  'state.test_company': 'Fără scor: aceasta este o companie de test.',
  'state.excluded': 'Fără scor: modelul de sănătate exclude această companie.',
  'state.not_named': 'Nu este client: proprietatea care indică clienții nu indică această companie.',
  'state.churned': 'Nu mai este client din {left}. Mai jos rămâne ce i-a adus pierderea de puncte.',
  'state.own_company': 'Fără scor: aceasta este compania dumneavoastră.',
  'state.not_found': 'Această companie nu a fost încă citită. Companiile noi apar după următoarea sincronizare.',
  'state.no_cycle': 'Încă nu a fost calculat niciun scor de sănătate. Primul apare după prima sincronizare.',

  'mark.seasonal.label': 'Sezonier',
  'mark.seasonal.text':
    'Ultima achiziție: {days, plural, one {acum o zi} few {acum # zile} other {acum # de zile}} ({last}). În fiecare dintre ultimii doi ani nu a cumpărat nimic în această perioadă, apoi a cumpărat din nou. Dacă sezonul întârzie o lună, tăcerea contează în întregime.',
  'mark.possibly_seasonal.label': 'Posibil sezonier',
  'mark.possibly_seasonal.text':
    'A cumpărat în {purchases, plural, one {# zi} few {# zile} other {# de zile}}, mereu în {months, plural, one {aceeași lună} few {aceleași # luni} other {aceleași # de luni}} din an. Cu mai puțin de doi ani de achiziții nu se poate deosebi un sezon de o pierdere, așa că scorul nu face nicio concesie.',

  'family.customers': 'Clienți printre companiile subordonate: {customers, number} din {companies, number}.',
  'family.mean_revenue': 'Sănătatea medie, ponderată cu veniturile din ultimele 12 luni: {mean, number}.',
  'family.mean_equal':
    'Sănătatea medie, cu aceeași pondere pentru fiecare, deoarece veniturile nu sunt cunoscute pentru toate: {mean, number}.',
  'family.unscored': 'Fără scor și în afara mediei: {count, number}.',
  'family.bounded':
    'Luate în considerare: cele mai apropiate {count, number} din {total, number} companii subordonate.',

  'record.companies': 'Această companie',
  'record.contacts': 'Un contact',
  'record.deals': 'O tranzacție',
  'record.tickets': 'Un tichet',
  'record.emails': 'E-mail din {day}',
  'record.meetings': 'Întâlnire din {day}',
  'record.calls': 'Apel din {day}',
  'record.communications': 'Mesaj din {day}',
  'record.notes': 'Notă din {day}',
  'record.feedback_submissions': 'Răspuns la sondaj din {day}',
  'record.subscriptions': 'Un abonament',
  'record.commerce_payments': 'Plată din {day}',
  'record.quotes': 'O ofertă',
  'record.custom': 'Înregistrare din {day}',
  'record.invoices': 'Factura {name}',
  'record.invoices.nameless': 'O factură',
};
