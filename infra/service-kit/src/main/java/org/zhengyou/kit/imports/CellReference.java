package org.zhengyou.kit.imports;

/**
 * Where a cell is, such as {@code AB12}.
 *
 * @param column the first one being 0
 * @param row the first one being 1
 */
record CellReference(int column, int row) {
    private static final int LETTERS = 26;
    private static final int MOST_LETTERS = 3;
    private static final int MOST_DIGITS = 7;

    /**
     * The cell of this name.
     *
     * @throws UnreadableSheet if no cell is called so
     */
    static CellReference of(String reference) {
        int column = 0;
        int at = 0;
        for (; at < reference.length() && isLetter(reference.charAt(at)); at++)
            column = column * LETTERS + Character.toUpperCase(reference.charAt(at)) - 'A' + 1;
        String row = reference.substring(at);
        if (at == 0 || at > MOST_LETTERS || !isNumber(row)) throw unknown(reference);
        return new CellReference(column - 1, Integer.parseInt(row));
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static boolean isNumber(String row) {
        return !row.isEmpty()
                && row.length() <= MOST_DIGITS
                && row.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** That there is no such cell. */
    static UnreadableSheet unknown(String reference) {
        String some = reference.length() <= 10 ? reference : reference.substring(0, 10) + "…";
        return new UnreadableSheet("没有这样的单元格 / there is no cell " + some);
    }
}
