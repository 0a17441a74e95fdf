package org.zhengyou.kit.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhengyou.kit.decide.Actor;
import org.zhengyou.kit.decide.Given;
import org.zhengyou.kit.decide.Refusal;
import org.zhengyou.kit.decide.RefusalCode;
import org.zhengyou.kit.runtime.CommandEnvelope;
import org.zhengyou.kit.runtime.CommandResult;
import org.zhengyou.kit.runtime.Commands;
import org.zhengyou.kit.runtime.NewIds;
import org.zhengyou.kit.runtime.Preview;
import org.zhengyou.kit.validation.InvalidCommandException;

/**
 * One file on its way in: what became of each row so far. The rows themselves are let go when the
 * last one is decided; totals and wrong rows remain.
 */
final class ImportRun {
    private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);
    private static final int AT_ONCE = 16;

    /**
     * A row that was not recorded.
     *
     * @param row its number in the file, the heading being row 1
     * @param reason in Chinese and English
     * @param code refusal code, where a rule said no
     */
    record WrongRow(int row, String reason, @Nullable String code) {}

    /**
     * The state of an import.
     *
     * @param id of this import
     * @param name which import
     * @param preview whether nothing is recorded
     * @param total rows in the file
     * @param done rows decided so far
     * @param imported rows recorded (in a preview: that would be)
     * @param unchanged rows that are on record already
     * @param wrong rows not recorded
     * @param finished whether all rows are decided
     * @param position from which on a view shows what became of the rows decided so far, also of
     *     the unchanged ones; 0 for a preview
     * @param wrongRows each wrong row with its reason, in the order of the file
     */
    record Report(
            String id,
            String name,
            boolean preview,
            int total,
            int done,
            int imported,
            int unchanged,
            int wrong,
            boolean finished,
            long position,
            List<WrongRow> wrongRows) {}

    private final String id = NewIds.next().toString();
    private final SheetImport sheet;
    private final int total;
    private final boolean preview;
    private final Actor actor;
    private final Commands commands;
    private final Given given;
    private final CountDownLatch left;
    private final List<WrongRow> wrongRows = new ArrayList<>();
    private final Set<String> wouldBe = new HashSet<>();
    private int imported;
    private int unchanged;
    private long position;

    ImportRun(SheetImport sheet, int total, boolean preview, Given given, Commands commands) {
        this.sheet = sheet;
        this.total = total;
        this.preview = preview;
        this.actor = given.actor();
        this.given = given;
        this.commands = commands;
        this.left = new CountDownLatch(total);
    }

    String id() {
        return id;
    }

    String startedBy() {
        return actor.person();
    }

    /**
     * Decides all rows; returns when the last one is decided.
     *
     * @param rows as many as were announced
     */
    void run(List<SheetRow> rows) {
        Set<String> seen = new HashSet<>();
        List<SheetRow> once = new ArrayList<>();
        for (SheetRow row : rows) {
            if (isFirst(row, seen)) once.add(row);
        }
        try (ExecutorService senders =
                Executors.newFixedThreadPool(
                        sheet.inOrder() ? 1 : AT_ONCE, Thread.ofVirtual().factory())) {
            for (SheetRow row : once) senders.execute(() -> decide(row));
        }
        forget();
    }

    private synchronized void forget() {
        wouldBe.clear();
    }

    /** Waits until all rows are decided, at most this long. */
    boolean await(long millis) throws InterruptedException {
        return left.await(millis, TimeUnit.MILLISECONDS);
    }

    synchronized Report report() {
        List<WrongRow> wrong = new ArrayList<>(wrongRows);
        wrong.sort(Comparator.comparingInt(WrongRow::row));
        int done = total - (int) left.getCount();
        return new Report(
                id,
                sheet.name(),
                preview,
                total,
                done,
                imported,
                unchanged,
                wrong.size(),
                done == total,
                position,
                wrong);
    }

    private boolean isFirst(SheetRow row, Set<String> seen) {
        String key;
        try {
            key = sheet.naturalKey(row);
        } catch (RowError e) {
            wrong(row, String.valueOf(e.getMessage()), null);
            return false;
        }
        if (seen.add(key)) return true;
        wrong(row, "文件中重复 / occurs twice in this file", null);
        return false;
    }

    private void decide(SheetRow row) {
        try {
            SheetImport.Planned planned = sheet.planned(row, NewIds.next(), given);
            CommandEnvelope envelope =
                    CommandEnvelope.of(planned.command(), actor).effective(planned.effectiveAt());
            if (preview) decided(row, commands.preview(envelope));
            else decided(commands.send(envelope));
        } catch (RowError e) {
            wrong(row, String.valueOf(e.getMessage()), null);
        } catch (InvalidCommandException e) {
            RowError error = RowError.of(e.violations(), sheet::heading);
            wrong(row, String.valueOf(error.getMessage()), null);
        } catch (Refusal e) {
            if (restsOnARowAbove(row, e)) {
                wouldBeImported(row);
                return;
            }
            wrong(
                    row,
                    e.code().zh() + " / " + e.reason() + " (" + e.clause() + ")",
                    e.code().name());
        } catch (RuntimeException | Error e) { // else the import would never end
            LOG.error("import {}: row {} could not be decided", id, row.number(), e);
            wrong(row, "系统内部错误，请重试 / internal error " + id + ", try again", null);
        }
    }

    private boolean restsOnARowAbove(SheetRow row, Refusal refusal) {
        if (!preview || refusal.code() != RefusalCode.NOT_ON_RECORD) return false;
        synchronized (this) {
            return sheet.restsOn(row).filter(wouldBe::contains).isPresent();
        }
    }

    private synchronized void decided(SheetRow row, Preview would) {
        if (!would.events().isEmpty()) {
            wouldBeImported(row);
            return;
        }
        unchanged++;
        left.countDown();
    }

    private synchronized void wouldBeImported(SheetRow row) {
        wouldBe.add(sheet.naturalKey(row));
        imported++;
        left.countDown();
    }

    private synchronized void decided(CommandResult result) {
        if (result.types().isEmpty()) unchanged++;
        else imported++;
        position = Math.max(position, result.position());
        left.countDown();
    }

    private synchronized void wrong(SheetRow row, String reason, @Nullable String code) {
        wrongRows.add(new WrongRow(row.number(), reason, code));
        left.countDown();
    }
}
