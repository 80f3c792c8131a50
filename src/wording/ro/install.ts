import type { install as english } from '../en/install.ts';
import type { Sentences } from '../sentences.ts';

export const install: Sentences<typeof english> = {
  'install.connect': 'Conectează cu HubSpot',
  'install.again': 'Reia de la început',
  'install.connected.title': 'Conectat',
  'install.connected.text':
    'Aplicația este conectată la contul HubSpot {account}. Pagina de configurare se deschide singură.',
  'install.connected.go': 'Deschide pagina de configurare',
  'install.stale.title': 'Această conectare nu poate fi finalizată',
  'install.stale.text':
    'A fost începută în alt browser, a fost deja finalizată sau este mai veche de zece minute. Nu s-a conectat nimic. Reia de aici.',
  'install.denied.title': 'Nu s-a conectat nimic',
  'install.denied.text':
    'Ai ales în HubSpot să nu acorzi acces. Nu s-a citit și nu s-a păstrat nimic. Poți relua oricând.',
  'install.code.title': 'HubSpot nu a confirmat conectarea',
  'install.code.text': 'Confirmarea expirase sau fusese deja folosită. Nu s-a conectat nimic. Reia de la început.',
  'install.scope.title': 'Lipsește o permisiune',
  'install.scope.text':
    'HubSpot nu a acordat {scopes}, fără de care niciun scor nu poate fi calculat sau scris. Nu s-a conectat nimic. Roagă un super-administrator al contului să reia.',
  'install.error.title': 'HubSpot a întrerupt conectarea',
  'install.error.text':
    'HubSpot a dat acest motiv: {reason}. Nu s-a conectat nimic. Reia; dacă se repetă, întreabă un super-administrator al contului.',
  'install.unreachable.title': 'HubSpot nu răspunde în acest moment',
  'install.unreachable.text': 'Nu s-a conectat nimic. Așteaptă câteva minute, apoi reia.',
  'install.wrong_account.title': 'A fost alt cont HubSpot',
  'install.wrong_account.text':
    'Linkul este pentru contul {asked}, dar a fost ales contul {chosen}. Nu s-a conectat nimic. Reia și alege contul {asked}.',
  'install.session.title': 'Conectează din nou',
  'install.session.text':
    'Pagina este deschisă timp de o oră celui care a conectat contul. Conectează din nou ca s-o vezi; ce s-a citit este încă acolo.',
  'install.form.title': 'Acest buton nu mai era valabil',
  'install.form.text': 'Nu s-a schimbat nimic. Redeschide pagina și apasă butonul de acolo.',
  'install.form.go': 'Redeschide pagina',
  'install.gone.title': 'Aplicația nu mai este conectată',
  'install.gone.text': 'A fost eliminată din acest cont în HubSpot. Conectează din nou pentru a continua.',
  'install.failed.title': 'Ceva nu a mers bine',
  'install.failed.text':
    'Eroarea este a noastră și a fost înregistrată. Încearcă din nou; dacă se repetă, comunică asistenței noastre acest cod: {request}',
  'setup.reading.title': 'Contul tău HubSpot este citit',
  'setup.reading.text':
    'Poți închide pagina și reveni: citirea continuă. În HubSpot nu se scrie nimic înainte să spui tu.',
  'setup.reading.waiting': 'Își așteaptă rândul și începe în câteva minute.',
  'setup.reading.records': 'Înregistrări citite: {read, number} din {expected, number}',
  'setup.reading.records_so_far': 'Înregistrări citite: {read, number}',
  'setup.reading.companies': 'Companii cu scor calculat: {scored, number} din {expected, number}',
  'setup.reading.left': 'Timp rămas: circa {left}',
  'setup.reading.failed': 'Ultima încercare s-a întrerupt. Continuă singură de unde a rămas, în cel mult o oră.',
  'setup.preview.title': 'Primele tale scoruri',
  'setup.preview.text': 'Iată ce ar scrie aplicația. În HubSpot nu s-a scris încă nimic.',
  'setup.preview.counted': 'Clienți: {customers, number} din {companies, number} companii. La data de {day}.',
  'setup.band.healthy': 'Sănătos',
  'setup.band.at_risk': 'În pericol',
  'setup.band.unhealthy': 'Critic',
  'setup.band.unknown': 'Necunoscut',
  'setup.unscored.title': 'Cine nu are scor și de ce',
  'setup.unscored.line': '{reason}: {count, number}',
  'setup.reason.no_facts': 'Despre client nu se știe nimic',
  'setup.reason.low_coverage': 'Despre client se știe prea puțin',
  'setup.reason.few_dimensions': 'Se cunoaște o singură latură a clientului',
  'setup.reason.no_purchase_or_stage': 'Nu este client, după achiziții și etapa ciclului de viață',
  'setup.reason.not_named': 'Nu este client, după proprietatea care îi numește',
  'setup.reason.churned': 'Nu mai este client',
  'setup.reason.own_company': 'Compania ta',
  'setup.reason.partner': 'Partener',
  'setup.reason.vendor': 'Furnizor',
  'setup.reason.competitor': 'Concurent',
  'setup.reason.test_company': 'Companie de test',
  'setup.reason.excluded': 'Exclusă de modelul de sănătate',
  'setup.receipts.title': 'Cele mai mici scoruri și ce a costat punctele',
  'setup.receipts.none': 'Niciun client nu a putut primi un scor; lista de mai sus spune de ce.',
  'setup.receipts.more': 'și încă {count, number}',
  'setup.receipts.nameless': 'O companie fără nume',
  'setup.ungranted.title': 'Neacordat, deci necitit',
  'setup.ungranted.text':
    'Scorurile se calculează fără acestea și nimic nu se presupune în locul lor. La o nouă conectare, HubSpot este întrebat din nou.',
  'setup.write.title': 'Scrii aceste scoruri în HubSpot?',
  'setup.write.text':
    'Aplicația adaugă companiilor propriile proprietăți și le ține la zi. Nu schimbă nicio altă proprietate, iar primele scoruri nu pornesc niciun playbook.',
  'setup.write.button': 'Începe scrierea',
  'setup.writing.title': 'Primele scoruri sunt scrise',
  'setup.writing.text':
    'Aplicația își adaugă proprietățile de companie și le completează. Într-un cont mare durează câteva minute; poți închide pagina.',
  'setup.written.title': 'Scorurile sunt în HubSpot',
  'setup.written.text':
    'Sunt scrise din {day} și sunt ținute la zi. Deschide o companie în HubSpot ca să-i vezi cardul.',
  'setup.written.open': 'Deschide companiile în HubSpot',
  'setup.written.failed': 'Companii refuzate de HubSpot: {failed, number}. Se încearcă din nou de fiecare dată.',
  'setup.unwritten.title': 'HubSpot nu a acceptat scorurile',
  'setup.unwritten.text':
    'HubSpot nu permite scrierea niciunei companii. Roagă un super-administrator să verifice permisiunile aplicației în HubSpot. Se încearcă din nou automat în cel mult o oră.',
};
