package tw.touchstone.catalog;

import java.util.Map;
import tw.touchstone.catalog.audit.AuditLog;
import tw.touchstone.catalog.jobs.JobQueue;
import tw.touchstone.catalog.jobs.JobRunner;
import tw.touchstone.catalog.mail.Outbox;
import tw.touchstone.catalog.members.AccountLetters;
import tw.touchstone.catalog.members.AccountLinks;
import tw.touchstone.catalog.members.Accounts;
import tw.touchstone.catalog.members.AgencyTree;
import tw.touchstone.catalog.members.ApiTokens;
import tw.touchstone.catalog.members.HomeKey;
import tw.touchstone.catalog.members.OidcIdentities;
import tw.touchstone.catalog.members.SecondFactors;
import tw.touchstone.catalog.members.Sessions;
import tw.touchstone.catalog.members.SignInThrottle;
import tw.touchstone.catalog.members.Throttle;
import tw.touchstone.catalog.notices.DailyDigest;
import tw.touchstone.catalog.notices.Notices;

/// Who may come in, what is written to them, and what they did: accounts, tokens, sessions, mail, notices, audit log.
/// Thread-safe; part of an open [Catalog].
public final class Membership {

    private final Accounts accounts;
    private final ApiTokens tokens;
    private final AgencyTree agencyTree;
    private final OidcIdentities identities;
    private final Sessions sessions;
    private final HomeKey homeKey;
    private final SecondFactors secondFactors;
    private final Throttle throttle;
    private final SignInThrottle signInThrottle;
    private final AuditLog audit;
    private final Outbox outbox;
    private final AccountLinks links;
    private final AccountLetters letters;
    private final Notices notices;

    Membership(OpenHome home, JobQueue jobs) {
        var database = home.database();
        var clock = home.clock();
        var base = home.settings().iris().base();
        agencyTree = new AgencyTree(database, home.store(), home.vocabularies().agencies());
        accounts = new Accounts(database, agencyTree, clock);
        tokens = new ApiTokens(database, accounts, agencyTree, clock);
        identities = new OidcIdentities(database, accounts, clock);
        sessions = new Sessions(database, clock);
        homeKey = HomeKey.open(home.settings().home().key());
        secondFactors = new SecondFactors(database, homeKey, clock);
        throttle = new Throttle(database, clock);
        signInThrottle = new SignInThrottle(throttle, database, clock);
        audit = new AuditLog(database, clock);
        outbox = new Outbox(database, jobs, home.settings().mail(), clock);
        links = new AccountLinks(database, accounts, clock);
        letters = new AccountLetters(accounts, links, outbox, jobs, audit, base);
        notices = new Notices(database, clock);
    }

    /// The jobs that come from here.
    Map<String, JobRunner.Work> works() {
        return Map.of(Outbox.JOB, outbox::deliver, AccountLetters.JOB, letters::answer);
    }

    /// A digest of each day's notices; not started yet.
    DailyDigest digest(OpenHome home) {
        return new DailyDigest(home.database(), accounts, outbox, home.settings().iris().base(), home.clock());
    }

    public Accounts accounts() {
        return accounts;
    }

    public ApiTokens tokens() {
        return tokens;
    }

    /// Agencies by their parents, as far as authority over them goes.
    public AgencyTree agencyTree() {
        return agencyTree;
    }

    public OidcIdentities identities() {
        return identities;
    }

    public Sessions sessions() {
        return sessions;
    }

    public HomeKey homeKey() {
        return homeKey;
    }

    public SecondFactors secondFactors() {
        return secondFactors;
    }

    public Throttle throttle() {
        return throttle;
    }

    public SignInThrottle signInThrottle() {
        return signInThrottle;
    }

    public AuditLog audit() {
        return audit;
    }

    public Outbox outbox() {
        return outbox;
    }

    public AccountLinks links() {
        return links;
    }

    public AccountLetters letters() {
        return letters;
    }

    public Notices notices() {
        return notices;
    }
}
