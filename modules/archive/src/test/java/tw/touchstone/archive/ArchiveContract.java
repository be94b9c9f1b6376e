package tw.touchstone.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.touchstone.archive.Stored.CutOff;
import tw.touchstone.archive.Stored.Empty;
import tw.touchstone.archive.Stored.Kept;
import tw.touchstone.archive.Stored.TooLarge;
import tw.touchstone.model.Sha256;

/// What every engine of [Archive] must do.
abstract class ArchiveContract {

    private static final Sha256 OF_NOTHING =
            new Sha256("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

    Archive archive;

    /// Opens the archive under test, or opens it again.
    abstract Archive open();

    @BeforeEach
    void openTheArchive() {
        archive = open();
    }

    @AfterEach
    void closeTheArchive() {
        archive.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 1000, 65_535, 65_536, 65_537, 131_072, 1_048_576})
    void keepsDocumentsOfEverySizeAcrossARestart(int size) throws IOException {
        byte[] text = "試金石 ".repeat(size / 10 + 1).getBytes(StandardCharsets.UTF_8);
        for (byte[] bytes : List.of(noise(size), Arrays.copyOf(text, size))) {
            var digest = archive.put(bytes);
            archive.close();
            archive = open();

            assertThat(digest).isEqualTo(Sha256.of(bytes));
            assertThat(archive.read(digest)).contains(bytes);
            assertThat(archive.size(digest)).isEqualTo(OptionalLong.of(size));
            assertThat(archive.contains(digest)).isTrue();
            assertThat(archive.verify(digest)).isEqualTo(Integrity.INTACT);
            try (var rest = archive.open(digest, size / 2).orElseThrow()) {
                assertThat(rest.readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, size / 2, size));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 65_535, 65_536, 65_537, 200_000})
    void takesAStreamUpToItsLimitAndNotOneByteMore(int size) {
        byte[] bytes = noise(size);

        assertThat(archive.put(new ByteArrayInputStream(bytes), size - 1)).isEqualTo(new TooLarge(size - 1));
        assertThat(named()).isEmpty();
        assertThat(archive.put(new ByteArrayInputStream(bytes), size)).isEqualTo(new Kept(Sha256.of(bytes), size));
        assertThat(archive.read(Sha256.of(bytes))).contains(bytes);
    }

    @Test
    void tellsAnEmptyUploadApart() {
        assertThat(archive.put(InputStream.nullInputStream(), 0)).isEqualTo(new Empty(OF_NOTHING));
        assertThat(archive.read(OF_NOTHING)).contains(new byte[0]);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 65_535, 65_536, 200_000})
    void keepsNothingOfAStreamThatBreaksOff(int received) throws IOException {
        var broken = InputStream.nullInputStream();
        broken.close();

        var stored = archive.put(new SequenceInputStream(new ByteArrayInputStream(noise(received)), broken), 1_000_000);

        assertThat(stored).isInstanceOfSatisfying(CutOff.class, cut -> assertThat(cut.reason())
                .contains("Stream closed"));
        assertThat(named()).isEmpty();
    }

    @Test
    void putsTheSameBytesOnce() {
        byte[] small = noise(100);
        byte[] large = noise(100_000);

        var twice = archive.putAll(List.of(small, large, small, large));

        assertThat(twice)
                .containsExactly(Sha256.of(small), Sha256.of(large), Sha256.of(small), Sha256.of(large));
        assertThat(archive.put(small)).isEqualTo(Sha256.of(small));
        assertThat(archive.put(new ByteArrayInputStream(large), 100_000))
                .isEqualTo(new Kept(Sha256.of(large), 100_000));
        assertThat(named()).containsExactlyInAnyOrder(Sha256.of(small), Sha256.of(large));
    }

    @Test
    void keepsBytesThatManyPutAtOnce() throws Exception {
        var objects = new ArrayList<byte[]>();
        for (int size = 0; size < 20; size++) {
            objects.add(noise(size * 7_000));
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            var puts = new ArrayList<Callable<List<Sha256>>>();
            for (int thread = 0; thread < 8; thread++) {
                puts.add(() -> objects.stream().map(archive::put).toList());
            }
            var expected = objects.stream().map(Sha256::of).toList();
            for (Future<List<Sha256>> put : threads.invokeAll(puts)) {
                assertThat(put.get()).isEqualTo(expected);
            }
            assertThat(named()).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(expected).allSatisfy(digest -> assertThat(archive.verify(digest)).isEqualTo(Integrity.INTACT));
        }
    }

    @Test
    void keepsABatchLargerThanAPageOfItsOwnReading() {
        var documents = new ArrayList<byte[]>();
        for (int n = 0; n < 25_000; n++) {
            documents.add(("{\"n\":" + n + "}").getBytes(StandardCharsets.UTF_8));
        }

        var digests = archive.putAll(documents);

        assertThat(named()).hasSize(25_000).containsExactlyInAnyOrderElementsOf(digests);
        assertThat(archive.read(digests.get(24_999))).contains(documents.get(24_999));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 100_000})
    void forgetsWhatIsDeleted(int size) {
        var digest = archive.put(noise(size));

        archive.delete(digest);
        archive.delete(digest);

        assertThat(archive.open(digest)).isEmpty();
        assertThat(archive.size(digest)).isEmpty();
        assertThat(archive.verify(digest)).isEqualTo(Integrity.MISSING);
        assertThat(named()).isEmpty();
        assertThat(archive.put(noise(size))).isEqualTo(digest);
        assertThat(archive.contains(digest)).isTrue();
    }

    @Test
    void opensBeyondTheEndAsNothingAndRefusesANegativeOffset() throws IOException {
        for (int size : new int[] {10, 100_000}) {
            var digest = archive.put(noise(size));

            try (var beyond = archive.open(digest, size + 5L).orElseThrow()) {
                assertThat(beyond.readAllBytes()).isEmpty();
            }
            assertThatThrownBy(() -> archive.open(digest, -1)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void knowsNothingOfOthers() {
        assertThat(archive.open(OF_NOTHING)).isEqualTo(Optional.empty());
        assertThat(archive.file(OF_NOTHING)).isEqualTo(Optional.empty());
    }

    List<Sha256> named() {
        var named = new ArrayList<Sha256>();
        archive.forEach(named::add);
        return named;
    }

    static byte[] noise(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
