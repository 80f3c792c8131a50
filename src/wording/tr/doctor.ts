import type { doctor as english } from '../en/doctor.ts';
import type { Sentences } from '../sentences.ts';
import { modelSetUp } from './model-set-up.ts';
import { settingsPage } from './settings-page.ts';

const GRANT =
  '{way, select, installed {Portalın bir yöneticisine uygulamayı yeniden kurdurarak} other {HubSpot’taki özel uygulamaya (Ayarlar > Entegrasyonlar > Özel uygulamalar > Kapsamlar)}}';
const CUSTOMERS = `“${settingsPage['settings.word.tabSetUp']}” > “${modelSetUp['model.word.step_customers']}”`;
const EXCLUDED = `${CUSTOMERS} > “${modelSetUp['model.word.exclude']}”`;
const AUTOMATIC = `“${modelSetUp['model.word.ownCompany']}”`;

export const doctor: Sentences<typeof english> = {
  'doctor.section.connection': 'Bağlantı',
  'doctor.section.granted': 'Verilen izinler',
  'doctor.section.missing': 'Eksikler',
  'doctor.section.stale': 'Güncellik',
  'doctor.section.todo': 'Yapılacaklar',
  'doctor.nothing': 'Yok: her şey yolunda.',
  'doctor.none': 'yok',

  'doctor.model': '{file} sağlık modeli geçerli: {name}, sürüm {version}.',
  'doctor.model_own': 'Portalın ayarlar sayfasında yayımlanan kendi sağlık modeli geçerlidir: {name}, sürüm {version}.',
  'doctor.model_unusable': 'Sağlık modeli kullanılamıyor.',
  'doctor.model_unusable.remedy': '{reason}',
  'doctor.schedule_unusable': 'Hizmetin zamanlaması kullanılamıyor.',
  'doctor.schedule_unusable.remedy': '{reason}',
  'doctor.service': 'Hizmetin (npm start) ayarları eksiksiz; HubSpot onu {url} adresinden çağırır.',
  'doctor.service_unset': 'Buradaki ayarlarla hizmet (npm start) başlatılamaz; tek tek döngüler çalıştırılabilir.',
  'doctor.service_unset.remedy': '{reason}',
  'doctor.service_http': 'HubSpot hizmeti {url} adresinden çağıracak, ancak yalnızca https adreslerini çağırır.',
  'doctor.service_http.remedy':
    'Hizmetin önüne TLS kullanan bir ara sunucu koyun ve PUBLIC_URL ayarına onun https adresini yazın.',
  'doctor.database': 'Veritabanı açık ve tabloları güncel: {at}; PostgreSQL {version}, {megabytes, number} MB.',
  'doctor.database_new': 'Henüz hiçbir şey saklanmadı ({at}): veritabanını ilk döngü oluşturur.',
  'doctor.database_bypassed':
    'DATABASE_URL içindeki kullanıcı, süper kullanıcılar ve BYPASSRLS yetkisi olanlar gibi, satır düzeyi güvenliğe takılmıyor: portallar arasındaki, veritabanına ait ikinci kilit çalışmıyor.',
  'doctor.database_bypassed.remedy':
    'Veritabanının sahibi olan, süper kullanıcı olmayan ve BYPASSRLS yetkisi bulunmayan bir kullanıcıyla bağlanın.',
  'doctor.database_in_use':
    'Gömülü veritabanı ({at}) başka bir süreçte, büyük olasılıkla hizmette açık ve aynı anda yalnızca biri açabilir: içeriği gösterilemiyor.',
  'doctor.database_in_use.remedy':
    'Saklananları görmek için hizmeti durdurup doctor komutunu yeniden çalıştırın ya da ikisinin de açabileceği PostgreSQL’e (DATABASE_URL) geçin.',
  'doctor.database_unusable': 'Veritabanı kullanılamıyor.',
  'doctor.database_unusable.remedy': '{reason}',

  'doctor.hubspot':
    'HubSpot {host} adresinde yanıt veriyor: portal {portal}, saat dilimi {zone}, para birimi {currency}.',
  'doctor.hubspot_refused': '{host} adresindeki HubSpot erişim belirtecini kabul etmiyor.',
  'doctor.hubspot_refused.remedy':
    'HUBSPOT_ACCESS_TOKEN değerini portalın özel uygulamasının belirteci olarak ayarlayın (HubSpot: Ayarlar > Entegrasyonlar > Özel uygulamalar).',
  'doctor.hubspot_forbidden': 'Erişim belirteci hesabın kendi bilgilerini okuyamıyor: {reason}.',
  'doctor.hubspot_forbidden.remedy': `${GRANT} app.json dosyasında listelenen kapsamları verin.`,
  'doctor.hubspot_silent': 'HubSpot {host} adresinde yanıt vermiyor: {reason}.',
  'doctor.hubspot_silent.remedy':
    'Ağı ve HUBSPOT_API_URL değerini denetleyin, ardından doctor komutunu yeniden çalıştırın.',
  'doctor.hubspot_odd': '{host} adresinde yanıt veren sunucu HubSpot gibi yanıt vermiyor: {reason}.',
  'doctor.hubspot_odd.remedy': 'HUBSPOT_API_URL değerini denetleyin: HubSpot’un kendi adresi https://api.hubapi.com.',

  'doctor.portal_unreached': 'Hangi portalın inceleneceği belli değil.',
  'doctor.portal_unreached.remedy': '{reason}',
  'doctor.installed_writing':
    'Kurulum: {since}, {told, select, yes {kuran kullanıcı: {by}} other {kimin kurduğunu HubSpot bildirmedi}}. Puanlar HubSpot’a yazılıyor, başlangıç: {writing}.',
  'doctor.installed_preview':
    'Kurulum: {since}, {told, select, yes {kuran kullanıcı: {by}} other {kimin kurduğunu HubSpot bildirmedi}}. Önizleme: HubSpot’a henüz hiçbir şey yazılmıyor.',
  'doctor.installed_preview.remedy':
    'Puanlar doğru görünüyorsa portalın bir yöneticisi uygulamanın kurulum bağlantısını açar ve önizleme sayfasında “Yazmaya başla” düğmesine basar.',
  'doctor.installation_gone':
    'Portal {portal}: uygulama artık kurulu değil ({since}). HubSpot belirteçlerini reddetti, portal artık çağrılmıyor.',
  'doctor.installation_gone.remedy':
    'Portalın bir yöneticisinden uygulamayı yeniden kurmasını isteyin. Portal bilerek ayrıldıysa saklanan verilerini silin: npm run cli -- erase --portal {portal}.',
  'doctor.installation_disconnected':
    'Portal {portal}: bir yönetici bağlantıyı kesti ({since}), portal artık çağrılmıyor.',
  'doctor.installation_disconnected.remedy':
    'Yeniden puanlanacaksa portalın bir yöneticisinden uygulamayı yeniden kurmasını isteyin. Değilse saklanan verileri silinebilir: npm run cli -- erase --portal {portal}.',
  'doctor.tokens_unusable': 'Portalın belirteçleri kullanılamıyor.',
  'doctor.tokens_unusable.remedy': '{reason}',

  'doctor.counted': '{type} ({records, number})',
  'doctor.readable': 'Okunabiliyor, HubSpot’taki kayıt sayılarıyla: {counted}.',
  'doctor.companies_refused': 'companies: okunamıyor, bu yüzden kimse puanlanamıyor; belirteçte eksik olan: {scopes}.',
  'doctor.companies_refused.remedy': `${GRANT} şu izinleri verin: {scopes}. Sağladığı: {buys}.`,
  'doctor.refused': '{types}: okunamıyor, belirteçte eksik olan: {scopes}. Bu nedenle bilinmeyenler: {signals}.',
  'doctor.refused.remedy': `${GRANT} şu izinleri verin: {scopes}. Sağladığı: {buys}.`,
  'doctor.absent': '{types}: bu HubSpot hesabında yok. Bu nedenle bilinmeyenler: {signals}.',
  'doctor.untried': '{types}: denenemedi. {reason}.',
  'doctor.untried.remedy': 'Birkaç dakika sonra doctor komutunu yeniden çalıştırın: HubSpot her soruya yanıt vermedi.',
  'doctor.writable': 'Puanlar şirketlere yazılabiliyor ve gerekli özellikler oluşturulabiliyor.',
  'doctor.unwritable':
    'Puanlar şirketlere yazılamıyor; belirteçte eksik olan: {scopes}. Kart puanları yine de gösterir.',
  'doctor.unwritable.remedy': `${GRANT} şu izinleri verin: {scopes}. Sağladığı: {buys}.`,
  'doctor.uncreatable': 'Özellikler oluşturulamıyor; belirteçte eksik olan: {scopes}.',
  'doctor.uncreatable.remedy': `${GRANT} şu izinleri verin: {scopes}. Sağladığı: {buys}.`,
  'doctor.tasks_refused': 'Eylem planları açık, ama görev oluşturulamıyor; belirteçte eksik olan: {scopes}.',
  'doctor.tasks_refused.remedy': `${GRANT} şu izinleri verin: {scopes}. Sağladığı: {buys}. Ya da uygulamanın ayarlarında eylem planlarını kapatın.`,
  'doctor.users_unread':
    'HubSpot’ta kimin süper yönetici olduğu bilinemiyor; belirteçte eksik olan: {scopes}. {way, select, installed {Yazmayı yalnızca uygulamayı kuran kullanıcı başlatabilir; yöneticilerin diğer işlerini yalnızca uygulamanın ayarlarında adı geçen kullanıcılar yapabilir.} other {Yöneticilerin yapabildiklerini yalnızca uygulamanın ayarlarında adı geçen kullanıcılar yapabilir.}}',
  'doctor.users_unread.remedy': `${GRANT} şu izinleri verin: {scopes}. Sağladığı: {buys}.`,
  'doctor.scopes_untold':
    'HubSpot bu belirtecin neleri yazabileceğini bildirmiyor (yalnızca özel uygulamalar için bildirir); bir sonraki döngü gösterecek.',
  'doctor.pipelines_refused':
    'Anlaşma hatları okunamıyor; belirteçte eksik olan: {scopes}. Bu nedenle bilinmeyenler: {signals}.',
  'doctor.pipelines_refused.remedy': `${GRANT} şu izinleri verin: {scopes}. Sağladığı: {buys}.`,
  'doctor.own_company': `Kendi şirketiniz, kullanıcı adreslerinin çoğunda bulunan alan adına sahip olandır ve puanlanmaz. Alan adı: {domain}. O şirket bir müşteriyse uygulamanın ayarlarında (${CUSTOMERS}) ${AUTOMATIC} seçeneğini kapatın.`,
  'doctor.own_company_named': 'Hangi şirketin sizin olduğunu yalnızca sağlık modeli belirtiyor.',
  'doctor.own_company_untold':
    'Hangi şirketin sizin olduğu anlaşılamıyor: kullanıcı adresleri tek bir alan adında birleşmiyor.',
  'doctor.own_company_untold.remedy': `Kendi şirketiniz HubSpot’ta kayıtlıysa uygulamanın ayarlarında (${EXCLUDED}) alan adıyla bir kural ekleyin.`,
  'doctor.own_company_refused': 'Hangi şirketin sizin olduğu anlaşılamıyor; belirteçte eksik olan: {scopes}.',
  'doctor.own_company_refused.remedy': `${GRANT} şu izinleri verin: {scopes}. Sağladığı: {buys}. Ya da uygulamanın ayarlarında (${EXCLUDED}) alan adıyla bir kural ekleyin.`,

  'scope.oauth': 'hesabın bilgileri, saat dilimi ve para birimi',
  'scope.crm.objects.companies.read': 'şirketlerin kendisi',
  'scope.crm.objects.companies.write': 'listeler ve raporlar için şirket kaydındaki puan',
  'scope.crm.schemas.companies.read': 'şirketlerin hangi özelliklere sahip olduğu',
  'scope.crm.schemas.companies.write': 'puanı tutan özellikler',
  'scope.crm.objects.contacts.read': 'iletişimdeki kişiler ve yalnızca bir kişiye gidenlerin hangi şirkete ait olduğu',
  'scope.crm.objects.contacts.write': 'bir müşteriyle ilgilenen kişi için görevler',
  'scope.crm.objects.deals.read': 'satın almalar, yenilemeler ve genişletmeler',
  'scope.tickets': 'açık destek talepleri, şikâyetler ve nasıl çözüldükleri',
  'scope.sales-email-read': 'yanıt verip vermedikleri, kaç kişinin yanıt verdiği ve neleri açtıkları',
  'scope.crm.objects.invoices.read': 'vadesi geçmiş faturalar, nasıl ödedikleri ve gerçekte ne kadar harcadıkları',
  'scope.crm.objects.feedback_submissions.read': 'anketlerde verdikleri yanıtlar',
  'scope.crm.objects.subscriptions.read': 'yinelenen gelir ile vadesi geçen veya iptal edilenler',
  'scope.crm.objects.commercepayments.read': 'başarısız olan veya itiraza uğrayan ödemeler',
  'scope.crm.objects.quotes.read': 'yanıt bekleyen teklifler',
  'scope.crm.objects.custom.read': 'modelin özel nesnelerden okudukları',
  'scope.settings.currencies.read': 'diğer para birimlerindeki müşterileri karşılaştırmak için döviz kurları',
  'scope.crm.objects.owners.read': 'kendi şirketinizi tanıyıp dışarıda bırakmak için kullanıcıların kim olduğu',
  'scope.settings.users.read':
    'yalnızca bazılarının görüp değiştirebileceği şeyler için kimin süper yönetici olduğu ve hangi ekipte bulunduğu',
  'scope.crm.lists.read': 'başlangıç segmentlerinin hâlâ var olup olmadığı ve içlerindeki şirket sayısı',
  'scope.crm.lists.write': 'istendiğinde başlangıç segmentlerinin oluşturulması',

  'doctor.properties': 'Sinyallerin okuduğu özelliklerin tümü mevcut.',
  'doctor.properties_missing': '{type}: burada eksik olan: {properties}. Bu nedenle bilinmeyenler: {signals}.',
  'doctor.properties_missing.remedy':
    '{type} için şu özellikler arşivlendiyse HubSpot’ta geri yükleyin (Ayarlar > Özellikler): {properties}. Hesabın planında yoksa olduğu gibi bırakın: bu sinyaller bilinmeyen olarak kalır.',
  'doctor.no_records': 'Bakılacak kaydı olmayan türler: {types}. Hiçbir müşteri için bilinmeyenler: {signals}.',
  'doctor.no_data': '{types}: hiçbir kayıtta gerekli bilgi yok. Hiçbir müşteri için bilinmeyenler: {signals}.',
  'doctor.own': 'Şirketlere eklediğimiz özelliklerin tümü mevcut.',
  'doctor.own_absent': 'Henüz portalda olmayanlar: {properties}.',
  'doctor.own_absent.remedy': 'Bir döngü çalıştırın (npm run cycle): eksik özellikleri oluşturur ve doldurur.',
  'doctor.own_type':
    '{property} şirket özelliğinin türü {is}, ancak Account Health bunu {must} olarak yazıyor: hiçbir döngü çalışamaz.',
  'doctor.own_type.remedy':
    '{property} özelliğini HubSpot’ta silin (Ayarlar > Özellikler > Şirket özellikleri): bir sonraki döngü yeniden oluşturur.',
  'doctor.own_options':
    '{property} şirket özelliğinde şu seçenekler eksik: {options}. Bu değerlere sahip şirketler reddediliyor.',
  'doctor.own_options.remedy':
    'Şu seçenekleri HubSpot’ta {property} özelliğine yeniden ekleyin (Ayarlar > Özellikler): {options}.',
  'doctor.own_no_room': 'Portalda şunlar için yer yok: {properties}.',
  'doctor.own_no_room.remedy': 'Kimsenin kullanmadığı özel özellikleri silin, ardından bir döngü çalıştırın.',
  'doctor.own_left_over': 'Sağlık modeli (artık) şunları istemiyor: {properties}. Bunlar boş tutulur.',
  'doctor.own_left_over.remedy':
    'Yer açmak için {properties} özelliklerini HubSpot’ta (Ayarlar > Özellikler > Şirket özellikleri) silin ya da modelde write altına yazın.',
  'doctor.room': 'Kullanılan özel özellik sayısı: {used, number} / {limit, number}.',

  'doctor.portal_unknown':
    'Veritabanında bulunanlar: {portals}; hangisinin kastedildiği HubSpot yanıt verdiğinde belli olur.',
  'doctor.no_cycle': 'Henüz hiçbir döngü tamamlanmadı.',
  'doctor.no_cycle.remedy': 'İlk döngüyü çalıştırın: npm run cycle.',
  'doctor.cycle':
    'Son döngünün bitişi: {when}, model: {name} {version}. Yazılan şirket: {changed, number}, değişmeyen: {unchanged, number}, reddedilen: {failed, number}.',
  'doctor.cycle_old': 'Son döngünün bitişi: {when}, model: {name} {version}. Kartın gösterdikleri o zamana ait.',
  'doctor.cycle_old.remedy':
    'Neden hiçbir döngünün bitmediğine bakın: döngüleri zamanlamasına göre yürüten hizmeti başlatın (npm start) ya da npm run cycle çalıştırıp ne dediğini okuyun.',
  'doctor.cycle_refused': 'HubSpot şu şirketi reddetti: {company}. {reason}',
  'doctor.cycle_refused.remedy':
    'Şu şirketi HubSpot’un kurallarına uyacak biçimde orada düzeltin: {company} ({reason}); her döngüde yeniden denenir.',
  'doctor.cycle_other_model':
    'Model dosyası artık {name} {version}; gösterilen puanlar şununla hesaplandı: {before}. Bir sonraki döngü bunu değiştirir.',
  'doctor.schedule': 'Hizmet çalışırken şu zamanlamaya göre döngü başlatır: {schedule}; bir sonraki döngü: {when}.',
  'doctor.type_unread': '{types}: henüz sonuna kadar okunmadı.',
  'doctor.type_unread.remedy':
    'Bir döngü çalıştırın (npm run cycle) ve bitmesini bekleyin: son döngünün kaldığı yerden sürer.',
  'doctor.type':
    'Tam olduğu an: {when}, saklanan kayıt sayılarıyla: {counted}. Silinenlere bakıldığı an: {archived}; haftalık yeniden okuma: {round}.',
  'doctor.type_old':
    'Yalnızca şu ana kadar tam: {when}, saklanan kayıt sayılarıyla: {counted}. Silinenlere bakıldığı an: {archived}; haftalık yeniden okuma: {round}.',
  'doctor.type_old.remedy':
    'Bir döngü çalıştırın (npm run cycle): bazı kayıtlar bir günden uzun süredir güncellenmedi.',
  'doctor.round_none': 'başlamadı',
  'doctor.round_done': 'bitti',
  'doctor.round_part': 'tamamlanan {share}',
  'doctor.pass_full':
    'Tüm kayıtların okunması sürüyor (başlangıç: {when}); şimdiye kadar okunan: {passed}. Bir sonraki döngü devam eder.',
  'doctor.pass_changes':
    'Değişenlerin okunması sürüyor (başlangıç: {when}); şimdiye kadar okunan: {passed}. Bir sonraki döngü devam eder.',
  'doctor.passed': '{type} ({read, number}{counted, select, yes { / {expected, number}} other {}})',
  'doctor.queue_empty': 'Bekleyen webhook olayı yok.',
  'doctor.queue': 'Webhook’ların bildirdiği {count, number} kayıt okunmayı bekliyor; en eskisi: {when}.',
  'doctor.queue_old': 'Webhook’ların bildirdiği {count, number} kayıt okunmayı bekliyor; en eskisi: {when}.',
  'doctor.queue_old.remedy':
    'Hizmeti başlatın (npm start) ya da yeniden başlatın: çalışırken webhook’ların bildirdikleri bir dakika içinde okunur.',
  'doctor.purge': 'Gizlilik nedeniyle silinen {count, number} kişi buradan da silinmeyi bekliyor.',
  'doctor.purge.remedy':
    'Hizmeti başlatın (npm start): HubSpot kullanıcılarının gizlilik nedeniyle sildikleri bir dakika içinde buradan da silinir.',
};
