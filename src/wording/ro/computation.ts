import type { computation as english } from '../en/computation.ts';
import type { Sentences } from '../sentences.ts';

export const computation: Sentences<typeof english> = {
  'computation.step.customer': 'Client',
  'computation.step.segment': 'Grupul',
  'computation.step.known': 'Ce se știe',
  'computation.step.cap': 'Limită: {cap}',
  'computation.step.score': 'Scor',
  'computation.step.band': 'Stare',
  'computation.step.override': 'Setat de o persoană',
  'computation.customer.named': 'Da: așa spune proprietatea care indică clienții.',
  'computation.customer.stage': 'Da: așa spune etapa din ciclul de viață.',
  'computation.customer.became_customer': 'Da: HubSpot păstrează ziua în care a devenit client.',
  'computation.customer.purchase':
    'Da: a cumpărat ceva în {months, plural, one {ultima lună} few {ultimele # luni} other {ultimele # de luni}}.',
  'computation.segment.named': '„{name}”: ce spune modelul despre acest grup contează înaintea regulilor generale.',
  'computation.segment.none': 'Nu este în niciun grup de clienți al modelului: contează regulile generale.',
  'computation.known':
    '{share} din ce se poate ști, în {dimensions, plural, one {# dimensiune} few {# dimensiuni} other {# de dimensiuni}}. Pentru un scor este nevoie de cel puțin {minimum}, în {needed, plural, one {# dimensiune} few {# dimensiuni} other {# de dimensiuni}}.',
  'computation.cap.holds':
    'Ține scorul la cel mult {most, number} și costă {points, plural, one {# punct} few {# puncte} other {# de puncte}}. {signal}: {raw}. Limita contează de aici încolo: {from}.',
  'computation.cap.idle':
    'Este atinsă, dar nu costă nimic: fără ea scorul nu ar fi mai mare de {score, number}. {signal}: {raw}. Limita contează de aici încolo: {from}.',
  'computation.cap.free': 'Nu este atinsă. {signal}: {raw}. Limita contează de aici încolo: {from}.',
  'computation.cap.unknown': 'Nu se poate spune, deci nu contează. {signal}: nu se cunoaște.',
  'computation.takes': 'Costă {points, plural, one {# punct} few {# puncte} other {# de puncte}}.',
  'computation.score': '100 − {lost, number} = {score, number}. Punctele pierdute apar la fiecare semnal și la limite.',
  'computation.band':
    '{band}. Sănătos de la {healthyFrom, number} în sus, la risc de la {atRiskFrom, number} în sus, critic sub acest prag.',
  'computation.band.quartiles':
    'Aceste praguri vin din scorurile tuturor clienților: sfertul cel mai bun este sănătos, cel mai slab este critic.',
  'computation.band.alarm_budget':
    'Aceste praguri vin din scorurile tuturor clienților: nu sunt critici mai mulți decât poate suna echipa într-o săptămână ({calls, number}).',
  'computation.band.later': 'Cu ciorna, pragurile se calculează din nou din toate scorurile. Previzualizarea le arată.',
  'computation.override': '{band}, până la {until}. Motiv: „{reason}”. Scorul rămâne cel calculat.',
  'computation.raw.days': '{n, plural, one {# zi} few {# zile} other {# de zile}}',
  'computation.raw.ratio': 'raport {n, number}',
  'computation.raw.money': 'suma {amount}',
  'computation.raw.yes': 'răspuns: da',
  'computation.raw.no': 'răspuns: nu',
  'computation.raw.option': 'opțiune de {n, plural, one {# punct} few {# puncte} other {# de puncte}}',
  'computation.rule.up_to': 'Până la {raw}: {points, plural, one {# punct} few {# puncte} other {# de puncte}}.',
  'computation.rule.from': 'De la {raw} încolo: {points, plural, one {# punct} few {# puncte} other {# de puncte}}.',
  'computation.rule.between':
    'Între {from} ({fromPoints, plural, one {# punct} few {# puncte} other {# de puncte}}) și {to} ({toPoints, plural, one {# punct} few {# puncte} other {# de puncte}}).',
  'computation.rule.fixed':
    'Modelul dă acestui răspuns {points, plural, one {# punct} few {# puncte} other {# de puncte}}.',
  'computation.rule.silence':
    'Nu s-a întâmplat nimic rău, dar nu s-a întâmplat nimic: asta dă cel mult {points, plural, one {# punct} few {# puncte} other {# de puncte}}.',
  'computation.rule.unknown':
    'În acest model, ce nu se cunoaște valorează {points, plural, one {# punct} few {# puncte} other {# de puncte}}.',
  'computation.general.points':
    'Ce măsoară fiecare semnal devine între 0 și 100 de puncte, pe o curbă a modelului. Între două valori ale curbei punctele merg în linie dreaptă.',
  'computation.general.weights':
    'Partea unui semnal din scor este ponderea lui între semnalele cunoscute ale dimensiunii, înmulțită cu ponderea dimensiunii între dimensiunile cunoscute.',
  'computation.general.unknown':
    'Ce nu se cunoaște nu contează, decât dacă modelul îi dă puncte: nu este nici bine, nici rău, dar se știe mai puțin.',
  'computation.general.minimum':
    'Dacă se știe mai puțin de {share} sau mai puțin de {dimensions, plural, one {# dimensiune} few {# dimensiuni} other {# de dimensiuni}}, nu există scor.',
  'computation.general.silence':
    'Faptul că nu s-a întâmplat nimic rău pe un canal pe care clientul nu îl folosește dă cel mult {points, plural, one {# punct} few {# puncte} other {# de puncte}}.',
  'computation.general.caps':
    'Limitele țin scorul jos orice ar spune restul: {count, plural, one {acest model are #} few {acest model are #} other {acest model are #}}. Contează cea mai joasă.',
  'computation.general.receipt':
    'Scorul se rotunjește la un număr întreg. Punctele pierdute sunt tot întregi, iar suma lor este 100 minus scorul.',
  'computation.general.sources': 'O sursă de date care apare sau dispare nu face singură niciun client sănătos.',
  'computation.general.override': 'O persoană poate seta o altă stare pentru un timp. Scorul rămâne cel calculat.',
  'computation.draft.mistakes': 'Ciorna are greșeli. Corectați-le mai întâi; apoi poate fi încercată pe o companie.',
};
