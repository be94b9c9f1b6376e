package tw.touchstone.inspection.text;

import java.util.BitSet;

/// Everyday characters. Text read in the wrong encoding is made of rare ones, so their share tells encodings apart
/// that decode the same bytes without error.
final class FrequentCharacters {

    private static final String TRADITIONAL =
            "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得于著下自之年過發後作里"
            + "用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心本前開但因只從想實日"
            + "軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美"
            + "相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解"
            + "水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計"
            + "管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象完"
            + "設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運笑飛風步改收"
            + "根幹造言聯持組每濟車親極林服快辦議往元英士證近失轉夫令準布始怎呢存未遠叫台單影具羅字愛擊流備兵連調深"
            + "商算質團集百需價花黨華城石級整府離況亞請技際約示復病息究線似官火斷精滿支視消越器容照須九增研寫稱企八"
            + "功嗎包片史委乎查輕易早曾除農找裝廣顯吧阿李標談吃圖念六引歷首醫局突專費號盡另周較注語僅考落青隨選列臺"
            + "竹苗栗彰投雲嘉雄屏宜蘭蓮澎湖祖隆桃園縣鄉鎮村鄰街段巷弄樓室址編負責份料供註項額均積戶男齡校幼診衛藥牙"
            + "護顧福障礙童婦庭育旅遊景館宿餐廳漁畜牧環境污染監測站雨溫濕速緯座緊急避防警察派故亡傷輛停捷鐵港橋樑築"
            + "土房屋稅捐財預補助獎勵申核准登廠錄限股票勞職訓練薪險健康疾疫案例舉律博廟宇宮寺堂古蹟客族群訊網郵頻率"
            + "欄營宅域河川庫源陽油廢棄垃圾檢驗食妝殘留批貿融銀券匯債材置維修採購招契履星七千億零甲乙丙丁午仁忠孝興"
            + "永板壢豐鳳松武淡汐瑞樹鶯泰蘆洲莊店坑坪烏溪貢雙芳埔尾崙潭厝寮腳坡灣嶼礁壯圍冬蘇澳春秋夏季塘岐后沃帆田"
            + "坵柳樂仔芹壁珠螺津沙";

    /// Simplified forms that are not among the traditional ones.
    private static final String SIMPLIFIED =
            "这个们来为国说时会对着过发种经么学现当没动还进样开从实军无与长机关点业将两间问并应战头体见产话内给门"
            + "儿东声员论处义几认条气题尔别变总电数报结务场计资许统区队决马书则听却达强难权设记类据边张该规万觉术领"
            + "确传师观让识带导争运飞风干联组济车亲极办议证转远单罗爱击备连调质团价党华级离况亚请际约复线断满视须写"
            + "称吗轻农装广显标谈图历医专费号尽较语仅随选县乡镇邻楼编负责项额积户龄园卫药护顾财税补奖励厂劳职训练险"
            + "举监测环游辆铁桥梁馆庙网邮频栏营渔库废弃检验";

    /// Everyday characters of Hong Kong that code page 950 lacks.
    private static final String HONG_KONG = "啲嘅咗喺嘢哋嚟啱冚邨鰂埗峯衞着綫攞瞓揾嗰嘥";

    private static final BitSet EVERYDAY = setOf(TRADITIONAL + SIMPLIFIED);
    private static final BitSet CANTONESE = setOf(HONG_KONG);

    private FrequentCharacters() {}

    static boolean contains(char c) {
        return EVERYDAY.get(c);
    }

    static boolean isHongKong(char c) {
        return CANTONESE.get(c);
    }

    private static BitSet setOf(String characters) {
        var set = new BitSet();
        characters.chars().forEach(set::set);
        return set;
    }
}
