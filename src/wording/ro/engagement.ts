import type { engagement as english } from '../en/engagement.ts';
import type { Sentences } from '../sentences.ts';

export const engagement: Sentences<typeof english> = {
  'signal.email_engagement.label': 'Deschideri și clicuri în e-mailuri',
  'signal.email_engagement.evidence.personal':
    'E-mailuri trimise în {days, plural, one {# zi} few {# zile} other {# de zile}}: {sent, number}, dintre care {opened, plural, one {# deschis} few {# deschise} other {# deschise}}, {clicked, number} cu clic și {replied, number} cu răspuns.',
  'signal.email_engagement.evidence.marketing':
    'E-mailuri de marketing livrate: {delivered, number}, dintre care {opened, plural, one {# deschis} few {# deschise} other {# deschise}} și {clicked, number} cu clic.',
  'signal.email_engagement.remedy': 'Scrieți despre ce contează acum pentru ei sau încercați alt canal.',

  'signal.two_way_contact.label': 'Comunicare în ambele sensuri',
  'signal.two_way_contact.evidence.wrote':
    'Ne-au scris ultima dată {days, plural, =0 {azi} one {acum o zi} few {acum # zile} other {acum # de zile}} ({last}); interacțiuni în {windowDays, plural, one {# zi} few {# zile} other {# de zile}}: {sent, number} din partea noastră, {received, number} din partea lor.',
  'signal.two_way_contact.evidence.called':
    'Ne-au sunat ultima dată {days, plural, =0 {azi} one {acum o zi} few {acum # zile} other {acum # de zile}} ({last}); interacțiuni în {windowDays, plural, one {# zi} few {# zile} other {# de zile}}: {sent, number} din partea noastră, {received, number} din partea lor.',
  'signal.two_way_contact.evidence.talked':
    'Am vorbit ultima dată la telefon {days, plural, =0 {azi} one {acum o zi} few {acum # zile} other {acum # de zile}} ({last}); interacțiuni în {windowDays, plural, one {# zi} few {# zile} other {# de zile}}: {sent, number} din partea noastră, {received, number} din partea lor.',
  'signal.two_way_contact.evidence.met':
    'Ne-am întâlnit ultima dată {days, plural, =0 {azi} one {acum o zi} few {acum # zile} other {acum # de zile}} ({last}); interacțiuni în {windowDays, plural, one {# zi} few {# zile} other {# de zile}}: {sent, number} din partea noastră, {received, number} din partea lor.',
  'signal.two_way_contact.evidence.messaged':
    'Ultimul mesaj a fost {days, plural, =0 {azi} one {acum o zi} few {acum # zile} other {acum # de zile}} ({last}); interacțiuni în {windowDays, plural, one {# zi} few {# zile} other {# de zile}}: {sent, number} din partea noastră, {received, number} din partea lor.',
  'signal.two_way_contact.evidence.quiet':
    'Niciun contact în ultimele {windowDays, plural, one {# zi} few {# zile} other {# de zile}}, nici din partea noastră, nici din partea lor; {channel, select, email {ne-au scris ultima dată} call {ne-au sunat ultima dată} talk {am vorbit ultima dată la telefon} meeting {ne-am întâlnit ultima dată} other {ultimul mesaj a fost}} {days, plural, one {acum o zi} few {acum # zile} other {acum # de zile}} ({last}).',
  'signal.two_way_contact.evidence.never':
    'Nu ne-au contactat niciodată; prima noastră încercare a fost {days, plural, =0 {azi} one {acum o zi} few {acum # zile} other {acum # de zile}} ({last}), cu {sent, plural, =0 {nicio încercare} one {o încercare} few {# încercări} other {# de încercări}} în ultimele {windowDays, plural, one {# zi} few {# zile} other {# de zile}}.',
  'signal.two_way_contact.remedy': 'Obțineți un răspuns: sunați sau puneți o singură întrebare scurtă.',

  'signal.meetings_held.label': 'Întâlniri ținute',
  'signal.meetings_held.evidence.booked':
    'Întâlniri ținute în {days, plural, one {# zi} few {# zile} other {# de zile}}: {held, number}{missed, plural, =0 {} one { (# ratată)} few { (# ratate)} other { (# ratate)}}; următoarea este pe {next}.',
  'signal.meetings_held.evidence.unbooked':
    'Întâlniri ținute în {days, plural, one {# zi} few {# zile} other {# de zile}}: {held, number}{missed, plural, =0 {} one { (# ratată)} few { (# ratate)} other { (# ratate)}}; niciuna programată.',
  'signal.meetings_held.evidence.none':
    'Nicio întâlnire în {days, plural, one {# zi} few {# zile} other {# de zile}} și niciuna programată; ultima a fost pe {last}.',
  'signal.meetings_held.remedy': 'Programați următoarea întâlnire și asigurați-vă că are loc.',

  'signal.contact_breadth.label': 'Persoane în legătură',
  'signal.contact_breadth.evidence.people':
    'Contacte în legătură cu noi în ultimele {days, plural, one {# zi} few {# zile} other {# de zile}}: {people, number} din {contacts, number}; obiectiv: cel puțin {expected, plural, one {o persoană} few {# persoane} other {# de persoane}}.',
  'signal.contact_breadth.evidence.nobody':
    'În ultimele {days, plural, one {# zi} few {# zile} other {# de zile}}, {contacts, plural, one {singurul lor contact nu a fost} few {niciunul dintre cele # contacte ale lor nu a fost} other {niciunul dintre cele # de contacte ale lor nu a fost}} în legătură cu noi; obiectiv: cel puțin {expected, plural, one {o persoană} few {# persoane} other {# de persoane}}.',
  'signal.contact_breadth.remedy':
    'Cunoașteți mai multe persoane din companie: pierderea unui singur susținător este un risc.',
};
