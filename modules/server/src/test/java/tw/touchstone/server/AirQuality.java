package tw.touchstone.server;

import java.nio.charset.Charset;

/// A dataset as an agency would register it, with its file. Made up for these tests.
public final class AirQuality {

    /// The slug of the Ministry of Environment.
    public static final String AGENCY = "moenv";

    /// The fields that [#json(String)] declares, with two stations.
    public static final String CSV = """
            測站,縣市,空氣品質指標
            前鎮,高雄市,58
            埔里,南投縣,41
            """;

    private AirQuality() {}

    /// A document without identifier; its one distribution awaits a file.
    public static String json(String title) {
        return """
                {
                  "title": {"zh-Hant-TW": "%s", "en": "Air quality"},
                  "description": {"zh-Hant-TW": "各測站每小時的空氣品質指標。", "en": "Index of each station."},
                  "publisher": "moenv",
                  "keywords": ["空氣", "測站"],
                  "themes": ["atmosphere"],
                  "frequency": "P1Y",
                  "contact": {"name": "王小明", "email": "air@example.tw"},
                  "distributions": [
                    {
                      "title": {"zh-Hant-TW": "測站指標"},
                      "format": "csv",
                      "encoding": "BIG5",
                      "licence": "ogdl-1",
                      "fields": ["測站", "縣市", "空氣品質指標"]
                    }
                  ]
                }
                """.formatted(title);
    }

    /// The file in the encoding that is declared.
    public static byte[] big5() {
        return CSV.getBytes(Charset.forName("x-windows-950"));
    }
}
