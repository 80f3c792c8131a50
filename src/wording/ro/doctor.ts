import type { doctor as english } from '../en/doctor.ts';
import type { Sentences } from '../sentences.ts';
import { modelSetUp } from './model-set-up.ts';
import { settingsPage } from './settings-page.ts';

const GRANT =
  '{way, select, installed {cerând unui administrator al portalului să instaleze din nou aplicația} other {aplicației private din HubSpot (Setări > Integrări > Aplicații private > Permisiuni)}}';
const CUSTOMERS = `„${settingsPage['settings.word.tabSetUp']}”, „${modelSetUp['model.word.step_customers']}”`;
const EXCLUDED = `${CUSTOMERS}, „${modelSetUp['model.word.exclude']}”`;
const AUTOMATIC = `„${modelSetUp['model.word.ownCompany']}”`;

export const doctor: Sentences<typeof english> = {
  'doctor.section.connection': 'Conexiune',
  'doctor.section.granted': 'Permisiuni acordate',
  'doctor.section.missing': 'Lipsuri',
  'doctor.section.stale': 'Actualitate',
  'doctor.section.todo': 'Ce este de făcut',
  'doctor.nothing': 'Nimic: totul este în regulă.',
  'doctor.none': 'niciunul',

  'doctor.model': 'Modelul de sănătate {file} este valid: {name}, versiunea {version}.',
  'doctor.model_own':
    'Contează modelul de sănătate propriu al portalului, publicat în pagina de setări: {name}, versiunea {version}.',
  'doctor.model_unusable': 'Modelul de sănătate nu poate fi folosit.',
  'doctor.model_unusable.remedy': '{reason}',
  'doctor.schedule_unusable': 'Programarea serviciului nu poate fi folosită.',
  'doctor.schedule_unusable.remedy': '{reason}',
  'doctor.service': 'Setările serviciului (npm start) sunt complete; HubSpot îl apelează la adresa {url}.',
  'doctor.service_unset': 'Cu setările de aici, serviciul (npm start) nu ar putea porni; cicluri separate pot rula.',
  'doctor.service_unset.remedy': '{reason}',
  'doctor.service_http': 'HubSpot ar trebui să apeleze serviciul la {url}, dar apelează numai adrese https.',
  'doctor.service_http.remedy': 'Puneți un proxy cu TLS în fața serviciului și setați PUBLIC_URL la adresa lui https.',
  'doctor.database':
    'Baza de date este deschisă, iar tabelele sunt la zi: {at}; PostgreSQL {version}, {megabytes, number} MB.',
  'doctor.database_new': 'Încă nu este stocat nimic ({at}): primul ciclu creează baza de date.',
  'doctor.database_bypassed':
    'Utilizatorul din DATABASE_URL trece peste securitatea la nivel de rând, ca superuserii și utilizatorii cu BYPASSRLS: a doua încuietoare dintre portaluri, cea a bazei de date, nu ține.',
  'doctor.database_bypassed.remedy':
    'Conectați-vă cu un utilizator care deține baza de date și care nu este superuser și nu are BYPASSRLS.',
  'doctor.database_in_use':
    'Baza de date încorporată din {at} este deschisă în alt proces, cel mai probabil serviciul, și doar unul o poate deschide: conținutul nu poate fi afișat.',
  'doctor.database_in_use.remedy':
    'Pentru a vedea ce este stocat, opriți serviciul și rulați din nou doctor sau treceți la PostgreSQL (DATABASE_URL), pe care îl pot deschide ambele.',
  'doctor.database_unusable': 'Baza de date nu poate fi folosită.',
  'doctor.database_unusable.remedy': '{reason}',

  'doctor.hubspot': 'HubSpot răspunde la {host}: portalul {portal}, fusul orar {zone}, moneda {currency}.',
  'doctor.hubspot_refused': 'HubSpot de la {host} nu acceptă tokenul de acces.',
  'doctor.hubspot_refused.remedy':
    'Setați HUBSPOT_ACCESS_TOKEN la tokenul aplicației private a portalului (HubSpot: Setări > Integrări > Aplicații private).',
  'doctor.hubspot_forbidden': 'Tokenul de acces nu poate citi datele contului: {reason}.',
  'doctor.hubspot_forbidden.remedy': `Acordați permisiunile din app.json ${GRANT}.`,
  'doctor.hubspot_silent': 'HubSpot nu răspunde la {host}: {reason}.',
  'doctor.hubspot_silent.remedy': 'Verificați rețeaua și HUBSPOT_API_URL, apoi rulați din nou doctor.',
  'doctor.hubspot_odd': 'Ce răspunde la {host} nu răspunde precum HubSpot: {reason}.',
  'doctor.hubspot_odd.remedy': 'Verificați HUBSPOT_API_URL: adresa HubSpot este https://api.hubapi.com.',

  'doctor.portal_unreached': 'Nu este indicat portalul care trebuie examinat.',
  'doctor.portal_unreached.remedy': '{reason}',
  'doctor.installed_writing':
    'Instalată din {since}, {told, select, yes {de utilizatorul {by}} other {HubSpot nu a spus de cine}}. Scorurile sunt scrise în HubSpot din {writing}.',
  'doctor.installed_preview':
    'Instalată din {since}, {told, select, yes {de utilizatorul {by}} other {HubSpot nu a spus de cine}}. Previzualizare: în HubSpot nu este scris încă nimic.',
  'doctor.installed_preview.remedy':
    'Când scorurile par corecte, un administrator al portalului deschide linkul de instalare a aplicației și alege „Începe scrierea” pe pagina cu previzualizarea.',
  'doctor.installation_gone':
    'Portalul {portal} nu mai are aplicația din {since}: HubSpot i-a refuzat tokenurile, iar portalul nu mai este apelat.',
  'doctor.installation_gone.remedy':
    'Cereți unui administrator al portalului să instaleze din nou aplicația. Dacă portalul a plecat intenționat, ștergeți ce este păstrat despre el: npm run cli -- erase --portal {portal}.',
  'doctor.installation_disconnected':
    'Portalul {portal} a fost deconectat de un administrator, {since}: nu mai este apelat.',
  'doctor.installation_disconnected.remedy':
    'Dacă trebuie evaluat din nou, cereți unui administrator al portalului să instaleze din nou aplicația. Dacă nu, ce este păstrat despre el poate fi șters: npm run cli -- erase --portal {portal}.',
  'doctor.tokens_unusable': 'Tokenurile portalului nu pot fi folosite.',
  'doctor.tokens_unusable.remedy': '{reason}',

  'doctor.counted': '{type} ({records, number})',
  'doctor.readable': 'Pot fi citite, cu numărul de înregistrări din HubSpot: {counted}.',
  'doctor.companies_refused':
    'companies: nu pot fi citite, deci nu se poate calcula niciun scor; tokenului îi lipsesc: {scopes}.',
  'doctor.companies_refused.remedy': `Acordați {scopes} ${GRANT}: {buys}.`,
  'doctor.refused':
    '{types}: nu pot fi citite, tokenului îi lipsesc: {scopes}. Necunoscute din acest motiv: {signals}.',
  'doctor.refused.remedy': `Acordați {scopes} ${GRANT}: {buys}.`,
  'doctor.absent': '{types}: nu există în acest cont HubSpot. Necunoscute din acest motiv: {signals}.',
  'doctor.untried': '{types}: nu s-a putut verifica. {reason}.',
  'doctor.untried.remedy': 'Rulați din nou doctor peste câteva minute: HubSpot nu a răspuns la toate întrebările.',
  'doctor.writable': 'Scorurile pot fi scrise în companii, iar proprietățile pentru ele pot fi create.',
  'doctor.unwritable':
    'Scorurile nu pot fi scrise în companii: tokenului îi lipsesc {scopes}. Cardul le afișează oricum.',
  'doctor.unwritable.remedy': `Acordați {scopes} ${GRANT}: {buys}.`,
  'doctor.uncreatable': 'Proprietățile nu pot fi create: tokenului îi lipsesc {scopes}.',
  'doctor.uncreatable.remedy': `Acordați {scopes} ${GRANT}: {buys}.`,
  'doctor.tasks_refused':
    'Planurile de acțiune sunt pornite, dar nu se pot crea sarcini: tokenului îi lipsesc {scopes}.',
  'doctor.tasks_refused.remedy': `Acordați {scopes} ${GRANT}: {buys}. Sau opriți planurile de acțiune în setările aplicației.`,
  'doctor.users_unread':
    'Nu se poate ști cine este super administrator în HubSpot: tokenului îi lipsesc: {scopes}. {way, select, installed {Numai utilizatorul care a instalat aplicația poate porni scrierea și numai utilizatorii numiți în setările ei pot face restul lucrurilor permise administratorilor.} other {Numai utilizatorii numiți în setările aplicației pot face ce pot administratorii.}}',
  'doctor.users_unread.remedy': `Acordați {scopes} ${GRANT}: {buys}.`,
  'doctor.scopes_untold':
    'HubSpot nu spune ce poate scrie acest token (o spune doar pentru aplicațiile private); se va vedea la următorul ciclu.',
  'doctor.pipelines_refused':
    'Pipeline-urile tranzacțiilor nu pot fi citite: tokenului îi lipsesc {scopes}. Necunoscute din acest motiv: {signals}.',
  'doctor.pipelines_refused.remedy': `Acordați {scopes} ${GRANT}: {buys}.`,
  'doctor.own_company': `Propria companie este cea cu domeniul {domain}, pe care îl au cele mai multe adrese ale utilizatorilor: nu primește scor. Dacă este totuși un client, dezactivați ${AUTOMATIC} în setările aplicației, la ${CUSTOMERS}.`,
  'doctor.own_company_named': 'Care este propria companie o spune doar modelul de sănătate.',
  'doctor.own_company_untold':
    'Nu se poate stabili care este propria companie: adresele utilizatorilor nu indică un singur domeniu.',
  'doctor.own_company_untold.remedy': `Dacă propria companie este în HubSpot, adăugați o regulă cu domeniul ei în setările aplicației, la ${EXCLUDED}.`,
  'doctor.own_company_refused': 'Nu se poate stabili care este propria companie: tokenului îi lipsesc {scopes}.',
  'doctor.own_company_refused.remedy': `Acordați {scopes} ${GRANT}: {buys}. Sau adăugați o regulă cu domeniul ei în setările aplicației, la ${EXCLUDED}.`,

  'scope.oauth': 'datele contului, fusul orar și moneda',
  'scope.crm.objects.companies.read': 'companiile în sine',
  'scope.crm.objects.companies.write': 'scorul în înregistrarea companiei, pentru liste și rapoarte',
  'scope.crm.schemas.companies.read': 'ce proprietăți au companiile',
  'scope.crm.schemas.companies.write': 'proprietățile care conțin scorul',
  'scope.crm.objects.contacts.read':
    'persoanele cu care se ține legătura și compania căreia îi aparține ce a fost trimis unei singure persoane',
  'scope.crm.objects.contacts.write': 'sarcinile pentru cine se ocupă de un client',
  'scope.crm.objects.deals.read': 'achiziții, reînnoiri și extinderi',
  'scope.tickets': 'tichete deschise, reclamații și cum au fost rezolvate',
  'scope.sales-email-read': 'dacă răspund, câți răspund și ce deschid',
  'scope.crm.objects.invoices.read': 'facturile restante, cum plătesc și cât au cheltuit de fapt',
  'scope.crm.objects.feedback_submissions.read': 'ce răspund la sondaje',
  'scope.crm.objects.subscriptions.read': 'veniturile recurente și ce este restant sau anulat',
  'scope.crm.objects.commercepayments.read': 'plățile eșuate sau contestate',
  'scope.crm.objects.quotes.read': 'ofertele care așteaptă un răspuns',
  'scope.crm.objects.custom.read': 'ceea ce modelul citește din obiectele personalizate',
  'scope.settings.currencies.read': 'cursurile de schimb, pentru a compara clienții în alte monede',
  'scope.crm.objects.owners.read': 'cine sunt utilizatorii, pentru a recunoaște și a exclude propria companie',
  'scope.settings.users.read':
    'cine este super admin și din ce echipă face parte, pentru ceea ce doar unii pot vedea și schimba',
  'scope.crm.lists.read': 'dacă segmentele inițiale mai există și câte companii conțin',
  'scope.crm.lists.write': 'crearea segmentelor inițiale, când le cere cineva',

  'doctor.properties': 'Toate proprietățile citite de semnale există.',
  'doctor.properties_missing': '{type}: aici lipsesc {properties}. Necunoscute din acest motiv: {signals}.',
  'doctor.properties_missing.remedy':
    'Dacă cineva a arhivat {properties} din {type}, restaurați în HubSpot (Setări > Proprietăți). Dacă planul contului nu le include, lăsați așa: acele semnale rămân necunoscute.',
  'doctor.no_records': 'Nicio înregistrare de analizat: {types}. Necunoscute pentru toți: {signals}.',
  'doctor.no_data': '{types}: nicio înregistrare nu conține datele necesare. Necunoscute pentru toți: {signals}.',
  'doctor.own': 'Toate proprietățile noastre de companie există.',
  'doctor.own_absent': 'Încă nu sunt în portal: {properties}.',
  'doctor.own_absent.remedy': 'Rulați un ciclu (npm run cycle): creează proprietățile lipsă și le completează.',
  'doctor.own_type':
    'Proprietatea de companie {property} are tipul {is}, dar Account Health o scrie ca {must}: niciun ciclu nu poate rula.',
  'doctor.own_type.remedy':
    'Ștergeți {property} în HubSpot (Setări > Proprietăți > Proprietăți de companie): următorul ciclu o creează din nou.',
  'doctor.own_options':
    'Proprietății de companie {property} îi lipsesc opțiunile {options}: companiile cu aceste valori sunt refuzate.',
  'doctor.own_options.remedy': 'Adăugați din nou opțiunile {options} la {property} în HubSpot (Setări > Proprietăți).',
  'doctor.own_no_room': 'Portalul nu mai are loc pentru {properties}.',
  'doctor.own_no_room.remedy':
    'Ștergeți proprietățile personalizate pe care nu le folosește nimeni, apoi rulați un ciclu.',
  'doctor.own_left_over': 'Modelul de sănătate nu (mai) cere {properties}: rămân goale.',
  'doctor.own_left_over.remedy':
    'Ștergeți {properties} în HubSpot (Setări > Proprietăți > Proprietăți de companie) ca să faceți loc sau indicați-le în model, la write.',
  'doctor.room': 'Proprietăți personalizate folosite: {used, number} din {limit, number}.',

  'doctor.portal_unknown': 'Baza de date conține {portals}; despre care este vorba se va ști când răspunde HubSpot.',
  'doctor.no_cycle': 'Încă nu s-a încheiat niciun ciclu.',
  'doctor.no_cycle.remedy': 'Rulați un prim ciclu: npm run cycle.',
  'doctor.cycle':
    'Ultimul ciclu s-a încheiat: {when}, cu modelul {name} {version}. Companii scrise: {changed, number}, neschimbate: {unchanged, number}, refuzate: {failed, number}.',
  'doctor.cycle_old':
    'Ultimul ciclu s-a încheiat: {when}, cu modelul {name} {version}. Ce afișează cardul este de atunci.',
  'doctor.cycle_old.remedy':
    'Aflați de ce nu se încheie niciun ciclu: porniți serviciul (npm start), care le rulează conform programării, sau rulați npm run cycle și citiți mesajele.',
  'doctor.cycle_refused': 'HubSpot a refuzat compania {company}: {reason}',
  'doctor.cycle_refused.remedy':
    'Corectați compania {company} în HubSpot astfel încât să respecte regulile de acolo ({reason}); se încearcă din nou la fiecare ciclu.',
  'doctor.cycle_other_model':
    'Fișierul modelului este acum {name} {version}; scorurile afișate sunt după {before}. Următorul ciclu schimbă asta.',
  'doctor.schedule':
    'Serviciul, cât timp rulează, pornește câte un ciclu după programarea {schedule}; următorul ar fi: {when}.',
  'doctor.type_unread': '{types}: încă nu au fost citite până la capăt.',
  'doctor.type_unread.remedy':
    'Rulați un ciclu (npm run cycle) și lăsați-l să se încheie: continuă de unde s-a oprit ultimul.',
  'doctor.type':
    'Complete până la: {when}, cu numărul de înregistrări stocate: {counted}. Ștergeri verificate până la: {archived}; recitire săptămânală: {round}.',
  'doctor.type_old':
    'Complete doar până la: {when}, cu numărul de înregistrări stocate: {counted}. Ștergeri verificate până la: {archived}; recitire săptămânală: {round}.',
  'doctor.type_old.remedy':
    'Rulați un ciclu (npm run cycle): unele înregistrări nu au mai fost actualizate de peste o zi.',
  'doctor.round_none': 'neîncepută',
  'doctor.round_done': 'încheiată',
  'doctor.round_part': '{share} parcurs',
  'doctor.pass_full':
    'Citirea tuturor înregistrărilor este în curs, început: {when}; citite până acum: {passed}. Următorul ciclu o continuă.',
  'doctor.pass_changes':
    'Citirea modificărilor este în curs, început: {when}; citite până acum: {passed}. Următorul ciclu o continuă.',
  'doctor.passed': '{type} ({read, number}{counted, select, yes { din {expected, number}} other {}})',
  'doctor.queue_empty': 'Niciun eveniment webhook în așteptare.',
  'doctor.queue':
    '{count, plural, one {O înregistrare semnalată de webhookuri așteaptă} few {# înregistrări semnalate de webhookuri așteaptă} other {# de înregistrări semnalate de webhookuri așteaptă}} citirea; cea mai veche: {when}.',
  'doctor.queue_old':
    '{count, plural, one {O înregistrare semnalată de webhookuri așteaptă} few {# înregistrări semnalate de webhookuri așteaptă} other {# de înregistrări semnalate de webhookuri așteaptă}} citirea; cea mai veche: {when}.',
  'doctor.queue_old.remedy':
    'Porniți serviciul (npm start) sau reporniți-l: cât timp rulează, ce semnalează webhookurile este citit într-un minut.',
  'doctor.purge':
    '{count, plural, one {Un contact șters din motive de confidențialitate așteaptă} few {# contacte șterse din motive de confidențialitate așteaptă} other {# de contacte șterse din motive de confidențialitate așteaptă}} ștergerea și aici.',
  'doctor.purge.remedy':
    'Porniți serviciul (npm start): ce au șters utilizatorii HubSpot din motive de confidențialitate este șters și aici într-un minut.',
};
