package org.zhengyou.standalone;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** A picture of a screen in its most frequent colours: such pictures have few. */
final class SmallPicture {
    private static final int COLOURS = 32;
    private static final int BITS = 8;
    private static final int CHANNEL = 0xff;

    private SmallPicture() {}

    /** The same picture as a smaller PNG. */
    static byte[] of(byte[] png) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
            int[] palette = palette(image);
            var model =
                    new IndexColorModel(
                            BITS, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE);
            var small =
                    new BufferedImage(
                            image.getWidth(),
                            image.getHeight(),
                            BufferedImage.TYPE_BYTE_INDEXED,
                            model);
            Map<Integer, Integer> places = new HashMap<>();
            for (int y = 0; y < image.getHeight(); y++)
                for (int x = 0; x < image.getWidth(); x++) {
                    int place =
                            places.computeIfAbsent(
                                    image.getRGB(x, y), colour -> nearest(palette, colour));
                    small.getRaster().setSample(x, y, 0, place);
                }
            return written(small);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] written(BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam most = writer.getDefaultWriteParam();
        most.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        most.setCompressionQuality(0);
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), most);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static int[] palette(BufferedImage image) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = 0; y < image.getHeight(); y++)
            for (int x = 0; x < image.getWidth(); x++)
                counts.merge(image.getRGB(x, y), 1, Integer::sum);
        Comparator<Map.Entry<Integer, Integer>> frequent = Map.Entry.comparingByValue();
        return counts.entrySet().stream()
                .sorted(frequent.reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(COLOURS)
                .mapToInt(Map.Entry::getKey)
                .toArray();
    }

    private static int nearest(int[] palette, int colour) {
        int nearest = 0;
        for (int i = 1; i < palette.length; i++)
            if (distance(palette[i], colour) < distance(palette[nearest], colour)) nearest = i;
        return nearest;
    }

    private static int distance(int one, int other) {
        int sum = 0;
        for (int shift = 0; shift < BITS * 3; shift += BITS) {
            int difference = (one >> shift & CHANNEL) - (other >> shift & CHANNEL);
            sum += difference * difference;
        }
        return sum;
    }
}
