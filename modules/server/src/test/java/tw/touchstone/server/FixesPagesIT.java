package tw.touchstone.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.password.PasswordEncoder;
import tw.touchstone.catalog.members.Role;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.DatasetId;

/// What-if and fixes on pages alone, without JavaScript.
class FixesPagesIT {

    private static final String PASSWORD = "a sentence that nobody guesses";
    private static final String NEW = "/workspace/datasets/new";

    @Test
    void previewsPublishesMendsAndUndoesWithoutAScript(@TempDir Path home) {
        try (var server = RunningServer.on(home);
                var reader = new PageReader(server.port())) {
            var hash = server.bean(PasswordEncoder.class).encode(PASSWORD);
            var accounts = server.catalog().members().accounts();
            accounts.create("editor", "編輯", Role.EDITOR, Optional.of(new AgencyId("moda")), hash);
            accounts.changePassword("editor", hash);
            reader.submit(reader.get("/sign-in"), "/sign-in", Map.of("username", "editor", "password", PASSWORD));

            var file = new PageReader.Upload(
                    "d0-file", "人口.csv", "縣市,人口\n高雄市,1\n臺中市,2\n", Charset.forName("x-windows-950"));
            var typed = Map.of(
                    "title-zh", "人口",
                    "description-zh", "各縣市人口。",
                    "licence", "ogdl-1",
                    "d0-encoding", "UTF-8",
                    "d0-fields", "縣市、人口",
                    "do", "preview");
            var previewed = reader.submit(reader.get(NEW + "?lang=en"), NEW, typed, List.of(file));
            assertThat(previewed.status()).isEqualTo(200);
            assertThat(previewed.text("#preview"))
                    .contains("Silver", "Platinum: 2 checks missing", "what is declared: UTF-8")
                    .doesNotContain("cannot be published");
            assertThat(previewed.html().select("#problems")).isEmpty();
            assertThat(server.catalog().store().datasets()).isZero();

            // The file need not be chosen again.
            var published = reader.submit(previewed, NEW, Map.of("do", "save"));
            assertThat(published.status()).as(published.text("main")).isEqualTo(200);
            var id = published.address().getPath().replace("/datasets/", "");
            assertThat(label(server, id)).isEqualTo("silver");

            var fixes = "/workspace/datasets/" + id + "/fixes";
            var list = reader.get(fixes);
            assertThat(list.text("h1")).isEqualTo("Fixes: 人口");
            assertThat(list.text("#findings")).contains("The encoding is as declared", "Silver → Platinum");
            var fix = list.html().select("a[href*=/fixes/transcode-1-]").attr("href");
            var shown = reader.get(fix);
            assertThat(shown.text(".lines")).contains("縣市,人口");

            var applied = reader.submit(shown, fix, Map.of());
            assertThat(applied.text("[role=status]")).contains("The fix is applied");
            assertThat(label(server, id)).isEqualTo("platinum");
            var late = reader.submit(shown, fix, Map.of());
            assertThat(late.status()).isEqualTo(409);
            assertThat(late.text("[role=alert]")).contains("Somebody changed the dataset meanwhile");

            var undo = applied.html().select("form[action$=/undo]").attr("action");
            assertThat(reader.submit(applied, undo, Map.of()).text("[role=status]")).contains("The fix is undone");
            assertThat(label(server, id)).isEqualTo("silver");
            assertThat(reader.get(fixes + "/no-such-fix").status()).isEqualTo(404);
            assertThat(reader.get("/workspace/datasets/nowhere/fixes").status()).isEqualTo(404);
        }
    }

    private static String label(RunningServer server, String id) {
        return server.catalog()
                .judging().evaluations()
                .current(new DatasetId(id), "label-114")
                .orElseThrow()
                .award();
    }
}
