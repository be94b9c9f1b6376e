package tw.touchstone.inspection.table;

/// Estimates how many different hashes were added (Flajolet et al. 2007).
final class HyperLogLog {

    private static final int BITS = 12;
    private static final int REGISTERS = 1 << BITS;
    /// Standard error of the estimate in thousandths: 1.04 / √4096.
    static final int ERROR = 16;

    private static final double ALPHA = 0.7213 / (1 + 1.079 / REGISTERS);

    private final byte[] registers = new byte[REGISTERS];

    void add(long hash) {
        int register = (int) (hash >>> (64 - BITS));
        byte rank = (byte) (Long.numberOfLeadingZeros(hash << BITS | 1L << (BITS - 1)) + 1);
        if (rank > registers[register]) {
            registers[register] = rank;
        }
    }

    long estimate() {
        double sum = 0;
        int empty = 0;
        for (byte rank : registers) {
            sum += 1.0 / (1L << rank);
            if (rank == 0) {
                empty++;
            }
        }
        double raw = ALPHA * REGISTERS * REGISTERS / sum;
        // Linear counting is the better estimate while registers are empty.
        boolean few = raw <= 2.5 * REGISTERS && empty > 0;
        return Math.round(few ? REGISTERS * StrictMath.log((double) REGISTERS / empty) : raw);
    }
}
