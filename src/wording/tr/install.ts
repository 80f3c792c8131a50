import type { install as english } from '../en/install.ts';
import type { Sentences } from '../sentences.ts';

export const install: Sentences<typeof english> = {
  'install.connect': 'HubSpot ile bağlan',
  'install.again': 'Yeniden başla',
  'install.connected.title': 'Bağlandı',
  'install.connected.text':
    'Uygulama HubSpot hesabına bağlandı (hesap {account}). Kurulum sayfası kendiliğinden açılır.',
  'install.connected.go': 'Kurulum sayfasını aç',
  'install.stale.title': 'Bu bağlantı tamamlanamıyor',
  'install.stale.text':
    'Başka bir tarayıcıda başlatılmış, daha önce tamamlanmış ya da on dakikadan eski. Hiçbir şey bağlanmadı. Lütfen buradan yeniden başlayın.',
  'install.denied.title': 'Hiçbir şey bağlanmadı',
  'install.denied.text':
    'HubSpot’ta erişim vermemeyi seçtiniz. Hiçbir şey okunmadı ya da saklanmadı. Dilediğiniz zaman yeniden başlayabilirsiniz.',
  'install.code.title': 'HubSpot bağlantıyı onaylamadı',
  'install.code.text':
    'Onayın süresi dolmuş ya da onay daha önce kullanılmış. Hiçbir şey bağlanmadı. Lütfen yeniden başlayın.',
  'install.scope.title': 'Bir izin eksik',
  'install.scope.text':
    'HubSpot şu izinleri vermedi: {scopes}. Bunlar olmadan puan hesaplanamaz ve yazılamaz. Hiçbir şey bağlanmadı. Hesabın bir süper yöneticisi yeniden başlasın.',
  'install.error.title': 'HubSpot bağlantıyı kesti',
  'install.error.text':
    'HubSpot’un bildirdiği neden: {reason}. Hiçbir şey bağlanmadı. Lütfen yeniden başlayın; yine olursa hesabın bir süper yöneticisine danışın.',
  'install.unreachable.title': 'HubSpot şu anda yanıt vermiyor',
  'install.unreachable.text': 'Hiçbir şey bağlanmadı. Birkaç dakika bekleyip yeniden başlayın.',
  'install.wrong_account.title': 'Bu başka bir HubSpot hesabıydı',
  'install.wrong_account.text':
    'Bağlantının hesabı: {asked}. Seçilen hesap: {chosen}. Hiçbir şey bağlanmadı. Yeniden başlayıp bağlantının hesabını seçin.',
  'install.session.title': 'Lütfen yeniden bağlanın',
  'install.session.text':
    'Bu sayfa, hesabı bağlayan kişiye bir saat boyunca açıktır. Görmek için yeniden bağlanın; okunanlar duruyor.',
  'install.form.title': 'Bu düğmenin süresi dolmuştu',
  'install.form.text': 'Hiçbir şey değişmedi. Sayfayı yeniden açıp oradaki düğmeye basın.',
  'install.form.go': 'Sayfayı yeniden aç',
  'install.gone.title': 'Uygulama artık bağlı değil',
  'install.gone.text': 'HubSpot’ta bu hesaptan kaldırılmış. Sürdürmek için yeniden bağlanın.',
  'install.failed.title': 'Bir sorun oluştu',
  'install.failed.text':
    'Hata bizden kaynaklanıyor ve kaydedildi. Lütfen yeniden deneyin; yine olursa destek ekibimize şu kodu bildirin: {request}',
  'setup.reading.title': 'HubSpot hesabınız okunuyor',
  'setup.reading.text':
    'Bu sayfayı kapatıp sonra dönebilirsiniz: okuma sürer. Siz istemeden HubSpot’a hiçbir şey yazılmaz.',
  'setup.reading.waiting': 'Sırasını bekliyor; birkaç dakika içinde başlar.',
  'setup.reading.records': 'Okunan kayıt: {read, number} / {expected, number}',
  'setup.reading.records_so_far': 'Okunan kayıt: {read, number}',
  'setup.reading.companies': 'Puanlanan şirket: {scored, number} / {expected, number}',
  'setup.reading.left': 'Kalan süre: yaklaşık {left}',
  'setup.reading.failed': 'Son deneme yarıda kaldı. Bir saat içinde kaldığı yerden kendiliğinden sürer.',
  'setup.preview.title': 'İlk puanlarınız',
  'setup.preview.text': 'Uygulamanın yazacakları bunlar. HubSpot’a henüz hiçbir şey yazılmadı.',
  'setup.preview.counted': 'Müşteri: {companies, number} şirketten {customers, number} tanesi. Tarih: {day}.',
  'setup.band.healthy': 'Sağlıklı',
  'setup.band.at_risk': 'Riskli',
  'setup.band.unhealthy': 'Sağlıksız',
  'setup.band.unknown': 'Bilinmiyor',
  'setup.unscored.title': 'Kimin puanı yok ve neden',
  'setup.unscored.line': '{reason}: {count, number}',
  'setup.reason.no_facts': 'Müşteri hakkında hiçbir şey bilinmiyor',
  'setup.reason.low_coverage': 'Müşteri hakkında çok az şey biliniyor',
  'setup.reason.few_dimensions': 'Müşterinin yalnızca bir yönü biliniyor',
  'setup.reason.no_purchase_or_stage': 'Satın almalara ve yaşam döngüsü aşamasına göre müşteri değil',
  'setup.reason.not_named': 'Müşterileri belirten özelliğe göre müşteri değil',
  'setup.reason.churned': 'Artık müşteri değil',
  'setup.reason.own_company': 'Kendi şirketiniz',
  'setup.reason.partner': 'İş ortağı',
  'setup.reason.vendor': 'Tedarikçi',
  'setup.reason.competitor': 'Rakip',
  'setup.reason.test_company': 'Deneme şirketi',
  'setup.reason.excluded': 'Sağlık modeli dışında bırakılmış',
  'setup.receipts.title': 'En düşük puanlar ve puan kaybettirenler',
  'setup.receipts.none': 'Hiçbir müşteri puanlanamadı; nedeni yukarıdaki listede.',
  'setup.receipts.more': 've {count, number} tane daha',
  'setup.receipts.nameless': 'Adı olmayan bir şirket',
  'setup.ungranted.title': 'İzin verilmediği için okunmayanlar',
  'setup.ungranted.text':
    'Puanlar bunlar olmadan verilir, yerlerine bir şey tahmin edilmez. Yeniden bağlanınca HubSpot’tan bir kez daha istenir.',
  'setup.write.title': 'Bu puanlar HubSpot’a yazılsın mı?',
  'setup.write.text':
    'Uygulama şirketlere kendi özelliklerini ekler ve güncel tutar. Başka hiçbir özelliği değiştirmez; ilk puanlar hiçbir playbook başlatmaz.',
  'setup.write.button': 'Yazmaya başla',
  'setup.writing.title': 'İlk puanlar yazılıyor',
  'setup.writing.text':
    'Uygulama şirket özelliklerini ekleyip dolduruyor. Büyük bir hesapta bu birkaç dakika sürer; sayfayı kapatabilirsiniz.',
  'setup.written.title': 'Puanlar HubSpot’ta',
  'setup.written.text':
    'Yazılmaya başlandığı gün: {day}. O günden beri güncel tutuluyor. Kartı görmek için HubSpot’ta bir şirket açın.',
  'setup.written.open': 'HubSpot’ta şirketleri aç',
  'setup.written.failed': 'HubSpot’un reddettiği şirket: {failed, number}. Her seferinde yeniden denenir.',
  'setup.unwritten.title': 'HubSpot puanları kabul etmedi',
  'setup.unwritten.text':
    'HubSpot hiçbir şirkete yazılmasına izin vermiyor. Bir süper yönetici uygulamanın HubSpot’taki izinlerini gözden geçirsin. Bir saat içinde kendiliğinden yeniden denenir.',
};
