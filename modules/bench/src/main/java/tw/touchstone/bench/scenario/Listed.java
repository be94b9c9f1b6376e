package tw.touchstone.bench.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import tw.touchstone.bench.server.Client;
import tw.touchstone.model.LangText;

/// A dataset that the server listed.
record Listed(String id, String title) {

    private static final long SEED = 20260304;
    private static final int PAGE = 1_000;

    /// All datasets of the server, in a random order that is always the same.
    static List<Listed> all(Client client) {
        var all = new ArrayList<Listed>();
        var page = "api/v1/datasets?facets=false&sort=newest&size=" + PAGE;
        while (!page.isEmpty()) {
            var answer = client.get(page).expect(200).json();
            answer.path("items").valueStream().forEach(item -> all.add(new Listed(
                    item.path("id").asString(),
                    item.path("title").path(LangText.ZH).asString(""))));
            page = answer.path("next").asString("");
        }
        Collections.shuffle(all, new Random(SEED));
        return all;
    }

    /// How many datasets the server finds.
    ///
    /// @param text empty for all
    static long count(Client client, String text) {
        return client.get("api/v1/datasets?facets=false&size=1&q=" + Client.encoded(text))
                .expect(200)
                .json()
                .path("total")
                .asLong();
    }
}
