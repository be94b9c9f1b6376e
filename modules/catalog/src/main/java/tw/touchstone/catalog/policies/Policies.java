package tw.touchstone.catalog.policies;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import tw.touchstone.archive.Archive;
import tw.touchstone.catalog.evaluating.PolicyShelf;
import tw.touchstone.catalog.sql.Database;
import tw.touchstone.catalog.sql.SqlInstant;
import tw.touchstone.model.Sha256;
import tw.touchstone.quality.Policy;
import tw.touchstone.quality.PolicyReading;

/// The policies of the product and those that were adopted since. Thread-safe.
///
/// An adopted text takes the place of the one with the same identifier when its grace is over; another identifier comes
/// in addition. [AdoptionSweep] then judges everything by it; until that is done the adoption counts as pending, so that
/// a restart goes on with it.
public final class Policies implements PolicyShelf {

    static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

    private final Database database;
    private final Archive archive;
    private final List<Policy> shipped;
    private final Clock clock;
    private volatile List<Policy> inForce;

    /// The policies of a home.
    ///
    /// @param shipped the texts that come with the product; scorecards name them, so the archive is given them as well
    /// @throws IllegalStateException if one of them is refused
    public Policies(Database database, Archive archive, List<String> shipped, Clock clock) {
        this.database = database;
        this.archive = archive;
        this.shipped = shipped.stream().map(Policies::policy).toList();
        archive.putAll(shipped.stream().map(Policy::canonical).toList());
        this.clock = clock;
        this.inForce = List.of();
        refresh();
    }

    @Override
    public List<Policy> shipped() {
        return shipped;
    }

    @Override
    public List<Policy> inForce() {
        return inForce;
    }

    /// Notes that a text is to be judged by.
    ///
    /// @param announced the first day of the grace
    /// @param graceDays how many days it lasts; without any, the text is in force from the beginning of that day on
    public Adopting adopt(String text, LocalDate announced, int graceDays) {
        return switch (Policy.read(text)) {
            case PolicyReading.Refused refused -> new Adopting.Unreadable(refused);
            case Policy policy -> adopt(policy, text, announced, graceDays);
        };
    }

    private Adopting adopt(Policy policy, String text, LocalDate announced, int graceDays) {
        boolean taken = known(policy.id(), policy.version())
                .filter(digest -> !digest.equals(policy.digest()))
                .isPresent();
        if (taken) {
            return new Adopting.VersionTaken(policy.id(), policy.version());
        }
        var document = archive.put(Policy.canonical(text));
        var inForceFrom = announced.plusDays(graceDays).atStartOfDay(TAIPEI).toInstant();
        var adoption =
                new Adoption(policy.id(), policy.version(), document, announced, graceDays, inForceFrom);
        database.change(sql -> sql.createUpdate("""
                        insert into policy_adoption
                        (policy, version, text, announced, grace_days, in_force_at, noted_at)
                        values (:policy, :version, :text, :announced, :grace, :inForce, :now)
                        on conflict (policy, version) do update set
                            announced = :announced, grace_days = :grace, in_force_at = :inForce
                        where policy_adoption.swept_at is null""")
                .bind("policy", adoption.policy())
                .bind("version", adoption.version())
                .bind("text", document.hex())
                .bind("announced", announced.toString())
                .bind("grace", graceDays)
                .bind("inForce", SqlInstant.text(inForceFrom))
                .bind("now", SqlInstant.text(clock.instant()))
                .execute());
        return new Adopting.Noted(adoption);
    }

    private Optional<Sha256> known(String policy, String version) {
        return shipped.stream()
                .filter(each -> each.id().equals(policy) && each.version().equals(version))
                .map(Policy::digest)
                .findFirst()
                .or(() -> adoptions().stream()
                        .filter(each -> each.policy().equals(policy)
                                && each.version().equals(version))
                        .map(Adoption::text)
                        .findFirst());
    }

    /// Every adoption there was, in the order in which they come into force.
    public List<Adoption> adoptions() {
        return database.read(sql -> sql.createQuery("select * from policy_adoption order by in_force_at, noted_at")
                .map(Policies::adoption)
                .list());
    }

    /// The adoptions that are due and not yet carried out everywhere.
    List<Adoption> pending() {
        return database.read(sql -> sql.createQuery("""
                        select * from policy_adoption where in_force_at <= :now and swept_at is null
                        order by in_force_at, noted_at""")
                .bind("now", SqlInstant.text(clock.instant()))
                .map(Policies::adoption)
                .list());
    }

    /// When the next adoption comes into force.
    Optional<Instant> next() {
        return database.read(sql -> sql.createQuery(
                        "select min(in_force_at) from policy_adoption where swept_at is null")
                .mapTo(String.class)
                .findOne()
                .map(Instant::parse));
    }

    /// Notes that everything was judged by an adopted text.
    void swept(Adoption adoption) {
        database.change(sql -> sql.createUpdate(
                        "update policy_adoption set swept_at = :now where policy = :policy and version = :version")
                .bind("now", SqlInstant.text(clock.instant()))
                .bind("policy", adoption.policy())
                .bind("version", adoption.version())
                .execute());
    }

    /// Takes in what has come into force since.
    void refresh() {
        var now = clock.instant();
        var byId = new LinkedHashMap<String, Policy>();
        shipped.forEach(policy -> byId.put(policy.id(), policy));
        adoptions().stream()
                .filter(each -> !each.inForce().isAfter(now))
                .forEach(each -> byId.put(each.policy(), text(each.text())));
        inForce = List.copyOf(new ArrayList<>(byId.values()));
    }

    private Policy text(Sha256 digest) {
        var json = archive.read(digest)
                .orElseThrow(() -> new IllegalStateException("the archive has lost the policy " + digest));
        return policy(new String(json, StandardCharsets.UTF_8));
    }

    private static Policy policy(String json) {
        return switch (Policy.read(json)) {
            case Policy policy -> policy;
            case PolicyReading.Refused refused -> throw new IllegalStateException("a policy is refused: " + refused);
        };
    }

    private static Adoption adoption(ResultSet row, StatementContext context) throws SQLException {
        return new Adoption(
                row.getString("policy"),
                row.getString("version"),
                new Sha256(row.getString("text")),
                LocalDate.parse(row.getString("announced")),
                row.getInt("grace_days"),
                Instant.parse(row.getString("in_force_at")));
    }
}
