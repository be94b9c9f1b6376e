package tw.touchstone.catalog.watching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import tw.touchstone.catalog.evaluating.ScorecardHistory;
import tw.touchstone.catalog.evaluating.StoredScorecard;
import tw.touchstone.catalog.evaluating.Turn;
import tw.touchstone.catalog.evaluating.TurnWatch;
import tw.touchstone.catalog.history.Attribution.Share;
import tw.touchstone.catalog.history.QualityHistory;
import tw.touchstone.catalog.members.Account;
import tw.touchstone.catalog.members.Accounts;
import tw.touchstone.catalog.notices.Notices;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.Label;
import tw.touchstone.model.LangText;
import tw.touchstone.quality.Policy;

/// Tells those who answer for a dataset that its award fell, and why.
///
/// What is undecided is never told: neither a suspended label nor one that is not checked yet. Mail goes out once a day
/// with all that is unread ([tw.touchstone.catalog.notices.DailyDigest]). Thread-safe.
public final class FallNotices implements TurnWatch {

    /// The kind of these notices.
    public static final String KIND = "award-fell";

    /// So many falls at once are told one by one with their causes; of more, above all where a policy changed, each
    /// agency is told how many there are.
    static final int MOST = 20;

    private final Supplier<List<Policy>> policies;
    private final ScorecardHistory scorecards;
    private final QualityHistory history;
    private final Accounts accounts;
    private final Notices notices;

    public FallNotices(
            Supplier<List<Policy>> policies,
            ScorecardHistory scorecards,
            QualityHistory history,
            Accounts accounts,
            Notices notices) {
        this.policies = policies;
        this.scorecards = scorecards;
        this.history = history;
        this.accounts = accounts;
        this.notices = notices;
    }

    /// A message to some accounts.
    private record Message(List<Account> to, LangText title, LangText text, String link) {}

    @Override
    public Consumer<Handle> seen(List<Turn> turns) {
        var known = policies.get().stream().collect(Collectors.toMap(Policy::id, each -> each));
        var falls = turns.stream()
                .flatMap(turn -> Optional.ofNullable(known.get(turn.after().policy()))
                        .flatMap(policy -> Fall.in(turn, policy, this::newest))
                        .stream())
                .toList();
        var messages = messages(falls);
        return sql -> messages.forEach(
                each -> notices.post(sql, each.to(), KIND, each.title(), each.text(), each.link()));
    }

    private Optional<StoredScorecard> newest(Turn turn, Set<String> awards) {
        return scorecards.newestDecided(turn.after().dataset(), turn.after().policy(), awards);
    }

    private List<Message> messages(List<Fall> falls) {
        var byAgency = new TreeMap<AgencyId, List<Fall>>();
        falls.forEach(fall -> fall.dataset()
                .publisher()
                .ifPresent(agency -> byAgency.computeIfAbsent(agency, _ -> new ArrayList<>()).add(fall)));
        if (byAgency.isEmpty()) {
            return List.of();
        }
        var all = accounts.all();
        var messages = new ArrayList<Message>();
        byAgency.forEach((agency, own) -> {
            var owners = owners(all, agency);
            if (!owners.isEmpty() && falls.size() <= MOST) {
                own.forEach(fall -> messages.add(one(owners, fall)));
            } else if (!owners.isEmpty()) {
                byPolicy(own).forEach((policy, each) -> messages.add(many(owners, agency, policy, each)));
            }
        });
        return messages;
    }

    private static Map<String, List<Fall>> byPolicy(List<Fall> falls) {
        return falls.stream().collect(Collectors.groupingBy(fall -> fall.policy().id(), TreeMap::new, Collectors.toList()));
    }

    /// Those who edit for this agency itself; where there is nobody, those who do so for one above it.
    private static List<Account> owners(List<Account> all, AgencyId agency) {
        var able = all.stream()
                .filter(each -> each.state() == Account.State.ACTIVE && each.mayEdit(agency))
                .filter(each -> each.agency().isPresent())
                .toList();
        var own = able.stream()
                .filter(each -> each.grants().stream()
                        .anyMatch(grant -> grant.agency().filter(agency::equals).isPresent()))
                .toList();
        return own.isEmpty() ? able : own;
    }

    private Message one(List<Account> to, Fall fall) {
        var title = fall.dataset().title();
        var causes = history.between(fall.before(), fall.after()).shares().stream()
                .filter(share -> !share.from().award().equals(share.to().award()))
                .map(Share::cause)
                .toList();
        var zh = causes.stream().map(each -> each.displayName().best(LangText.ZH)).collect(Collectors.joining("、"));
        var en = causes.stream().map(each -> each.displayName().best(LangText.EN)).collect(Collectors.joining(", "));
        return new Message(
                to,
                LangText.of("評等下降：" + title.best(LangText.ZH), "Award fell: " + title.best(LangText.EN)),
                LangText.of(
                        "「%s」由%s降為%s。原因：%s。"
                                .formatted(
                                        fall.policy().title().best(LangText.ZH),
                                        name(fall, fall.before(), LangText.ZH),
                                        name(fall, fall.after(), LangText.ZH),
                                        zh),
                        "%s: from %s to %s. Cause: %s."
                                .formatted(
                                        fall.policy().title().best(LangText.EN),
                                        name(fall, fall.before(), LangText.EN),
                                        name(fall, fall.after(), LangText.EN),
                                        en)),
                "/datasets/" + fall.dataset().id() + "/history?policy=" + fall.policy().id());
    }

    private static Message many(List<Account> to, AgencyId agency, String policy, List<Fall> falls) {
        var titles = falls.getFirst().policy().title();
        return new Message(
                to,
                LangText.of(
                        "%d 個資料集評等下降".formatted(falls.size()),
                        "The award of %d datasets fell".formatted(falls.size())),
                LangText.of(
                        "「%s」（%s）：%s".formatted(titles.best(LangText.ZH), policy, named(falls, LangText.ZH, "、", " 等")),
                        "%s (%s): %s".formatted(titles.best(LangText.EN), policy, named(falls, LangText.EN, ", ", " and others"))),
                "/agencies/" + agency);
    }

    private static String named(List<Fall> falls, String language, String comma, String more) {
        var first = falls.stream()
                .limit(MOST)
                .map(fall -> fall.dataset().title().best(language))
                .collect(Collectors.joining(comma));
        return falls.size() > MOST ? first + more : first;
    }

    private static String name(Fall fall, StoredScorecard card, String language) {
        return Label.ofCode(card.award())
                .map(Label::displayName)
                .or(() -> fall.policy().title(card.award()))
                .map(title -> title.best(language))
                .orElse(card.award());
    }
}
