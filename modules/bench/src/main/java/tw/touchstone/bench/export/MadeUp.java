package tw.touchstone.bench.export;

import java.util.List;
import java.util.Random;

/// Makes up datasets whose titles read like those of a national portal. The same seed gives the same ones.
///
/// Not thread-safe.
public final class MadeUp {

    private static final List<String> PLACES = List.of(
            "臺北市", "新北市", "桃園市", "臺中市", "臺南市", "高雄市", "基隆市", "新竹市", "嘉義市", "新竹縣", "苗栗縣",
            "彰化縣", "南投縣", "雲林縣", "嘉義縣", "屏東縣", "宜蘭縣", "花蓮縣", "臺東縣", "澎湖縣", "金門縣", "連江縣");

    private static final List<String> BUREAUS = List.of(
            "環境保護局", "交通局", "教育局", "衛生局", "社會局", "警察局", "消防局", "地政局", "農業局", "工務局", "水利局",
            "民政局", "勞工局", "文化局", "觀光旅遊局", "財政局", "都市發展局", "主計處", "經濟發展局");

    private static final List<String> MINISTRIES = List.of(
            "內政部", "財政部", "教育部", "法務部", "經濟部", "交通部", "農業部", "衛生福利部", "環境部", "文化部", "勞動部",
            "數位發展部", "國家發展委員會", "行政院主計總處", "中央氣象署", "經濟部水利署", "內政部國土測繪中心");

    private static final List<String> SUBJECTS = List.of(
            "空氣品質監測站", "河川水質", "水庫水位", "即時雨量", "地下水位觀測井", "公共自行車租賃站", "公車路線", "停車場",
            "道路交通事故", "測速照相設備", "號誌路口", "捷運車站出入口", "國民小學學生人數", "高級中等學校教職員", "圖書館館藏",
            "社區大學課程", "醫療院所", "長期照顧服務據點", "身心障礙福利機構", "托嬰中心", "疫苗接種院所", "食品抽驗結果",
            "藥局", "登革熱病例", "刑事案件", "火災出動次數", "避難收容處所", "消防栓", "土地公告現值", "建物買賣移轉登記",
            "都市計畫使用分區", "農產品批發市場行情", "有機農戶", "漁港", "畜牧場", "觀光遊憩景點", "旅館業者", "古蹟及歷史建築",
            "藝文活動", "公共藝術", "垃圾清運路線", "資源回收量", "廢棄物清除機構", "污水下水道接管率", "電動車充電站",
            "再生能源發電量", "用電量", "自來水水質檢驗", "營利事業家數", "工廠登記", "商業登記", "採購決標", "歲入歲出預算",
            "總決算", "地方稅徵收", "勞資爭議", "職業訓練班次", "失業率", "戶籍人口", "結婚離婚對數", "新住民人數", "里鄰戶數",
            "行道樹", "公園綠地", "路燈", "橋梁檢測", "人行道普查", "雨水下水道", "滯洪池", "坡地土石流潛勢溪流");

    private static final List<String> KINDS = List.of(
            "", "一覽表", "統計", "清冊", "基本資料", "分布圖", "資料集", "明細", "名冊", "概況", "位置資訊", "月報", "年報",
            "(不再更新)", "－按行政區別分", "按性別及年齡分", "API");

    private static final List<String> FIELDS = List.of(
            "編號", "名稱", "地址", "電話", "經度", "緯度", "統計期", "年度", "月份", "行政區", "數量", "單位", "性別", "年齡組",
            "金額", "日期", "備註", "測站代碼", "測值", "更新時間");

    private final Random random;

    public MadeUp(long seed) {
        random = new Random(seed);
    }

    /// What a dataset is about.
    ///
    /// @param fields names of its columns
    public record Topic(String title, String agency, String description, List<String> fields) {
        public Topic {
            fields = List.copyOf(fields);
        }
    }

    /// Another dataset.
    public Topic next() {
        boolean local = random.nextInt(10) < 7;
        var place = local ? one(PLACES) : "";
        var agency = local ? place + "政府" + one(BUREAUS) : one(MINISTRIES);
        var subject = one(SUBJECTS);
        var year = random.nextInt(3) == 0 ? (95 + random.nextInt(20)) + "年" : "";
        var title = place + year + subject + one(KINDS);
        var fields = random.ints(0, FIELDS.size())
                .distinct()
                .limit(3 + random.nextInt(8))
                .mapToObj(FIELDS::get)
                .toList();
        var description = "提供%s%s之%s相關資料，由%s彙整，供各界加值應用。內容包含%s等欄位。"
                .formatted(place, year, subject, agency, String.join("、", fields));
        return new Topic(title, agency, description, fields);
    }

    <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }
}
