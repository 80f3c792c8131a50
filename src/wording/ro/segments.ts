import type { segments as english } from '../en/segments.ts';
import type { Sentences } from '../sentences.ts';

const WAY =
  '{way, select, installed {Un administrator trebuie să își dea din nou acordul la Conexiune, apoi încercați din nou.} other {Adăugați-le la aplicația privată din HubSpot (Setări > Integrări > Aplicații private > Permisiuni), apoi încercați din nou.}}';

export const segments: Sentences<typeof english> = {
  'segment.unhealthy.name': 'Clienți critici',
  'segment.unhealthy.description': 'Clienții la care trebuie privit mai întâi.',
  'segment.unhealthy.rules': 'Starea de sănătate este Critic.',
  'segment.renewing.name': 'În pericol și cu reînnoire în 90 de zile',
  'segment.renewing.description': 'Clienți a căror reînnoire este aproape și nesigură.',
  'segment.renewing.rules':
    'Starea de sănătate este În pericol sau Critic, iar următoarea reînnoire cade în următoarele 90 de zile.',
  'segment.dropped.name': 'Scădere de 15 puncte în 30 de zile',
  'segment.dropped.description': 'Clienți care s-au înrăutățit mult în ultima vreme, oricare ar fi starea lor.',
  'segment.dropped.rules': 'Scorul de sănătate a scăzut cu 15 puncte sau mai mult în 30 de zile.',
  'segment.overdue_falling.name': 'Restanțe și în scădere',
  'segment.overdue_falling.description': 'Clienți cu sume restante a căror sănătate se înrăutățește.',
  'segment.overdue_falling.rules': 'Suma restantă este peste 0, iar scorul de sănătate a scăzut în 30 de zile.',
  'segment.ask_review.name': 'Sănătoși, cereți o recenzie',
  'segment.ask_review.description':
    'Clienți cărora le merge bine și care nu sunt în scădere: cereți-le o recenzie sau o recomandare.',
  'segment.ask_review.rules': 'Starea de sănătate este Sănătos, iar scorul de sănătate nu a scăzut în 30 de zile.',
  'segment.failure.unwritten':
    'Nu a fost creat: modelul de sănătate nu scrie în companii următoarele: {properties}. Adăugați-le la ce scrie modelul, publicați modelul, așteptați următoarele scoruri, apoi încercați din nou.',
  'segment.failure.absent':
    'Nu a fost creat: companiile din HubSpot nu au încă următoarele: {properties}. Începeți scrierea, așteptați următoarele scoruri, apoi încercați din nou.',
  'segment.failure.names_taken':
    'Nu a fost creat: alte segmente au deja toate numele pe care i le-am da. Redenumiți unul dintre ele în HubSpot, apoi încercați din nou.',
  'segment.failure.refused':
    'Nu a fost creat. HubSpot dă acest motiv: {reason}. Dacă este limita de segmente a planului, ștergeți unul de care nu mai e nevoie, apoi încercați din nou.',
  'segment.refused.scope': `Aplicația nu poate crea și vedea segmente: îi lipsesc permisiunile {scopes}. ${WAY}`,
  'portal.unreachable': 'HubSpot nu răspunde momentan. Nu s-a pierdut nimic: încercați din nou peste un minut.',
  'portal.disconnected': 'HubSpot nu mai lasă aplicația să intre. Un administrator trebuie să o conecteze din nou.',
  'connection.companies': 'Companii',
  'connection.remedy.wait':
    'Se rezolvă de la sine când aplicația citește din nou contul. Dacă rămâne așa o zi, scrieți asistenței aplicației.',
  'connection.remedy.reconnect': 'Un administrator al contului trebuie să conecteze din nou aplicația.',
  'connection.remedy.model':
    'Scorurile afișate sunt ultimele pe care le-a dat. Un administrator trebuie să publice altă versiune la „Model de sănătate”.',
  'schedule.next': 'Următoarea pornire: {first}. Apoi: {second}.',
  'people.refused.scope': `Aplicația nu poate citi cine sunt utilizatorii: îi lipsesc permisiunile {scopes}. ${WAY}`,
};
