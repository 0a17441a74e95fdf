package org.zhengyou.standalone.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A made-up university: 20 general branches, 8 direct branches, 150 branches and 4,000 members. The
 * same seed gives the same university; nobody in it exists.
 *
 * @param organizations rows under {@link #ORGANIZATION_HEADINGS}
 * @param staff staff members, rows under {@link #MEMBER_HEADINGS}
 * @param students student members, rows under {@link #MEMBER_HEADINGS}
 */
public record SampleUniversity(
        List<List<String>> organizations, List<List<String>> staff, List<List<String>> students) {
    /** Headings of the organisations' sheet. */
    public static final List<String> ORGANIZATION_HEADINGS =
            List.of("编号", "名称", "英文名", "类型", "上级编号", "单位类别", "成立日期");

    /** Headings of the members' sheets. */
    public static final List<String> MEMBER_HEADINGS =
            List.of("党员编号", "姓名", "类别", "党支部编号", "入党日期", "生效日期");

    private static final String FOUNDED = "2006-09-01";
    private static final String REGISTERED = "2010-05-01";
    private static final int BRANCHES = 150;
    private static final int MEMBERS = 4_000;

    private static final String[][] COLLEGES = {
        {"文学院", "College of Literature"},
        {"外国语学院", "College of Foreign Languages"},
        {"数学与信息科学学院", "College of Mathematics and Information Science"},
        {"物理与电子信息工程学院", "College of Physics and Electronic Engineering"},
        {"化学化工学院", "College of Chemistry and Chemical Engineering"},
        {"生命科学学院", "College of Life Sciences"},
        {"地理与资源科学学院", "College of Geography and Resources"},
        {"计算机科学学院", "College of Computer Science"},
        {"经济与管理学院", "College of Economics and Management"},
        {"政法与历史学院", "College of Law, Politics and History"},
        {"教育科学学院", "College of Education"},
        {"美术学院", "College of Fine Arts"},
        {"音乐学院", "College of Music"},
        {"体育学院", "College of Physical Education"},
        {"工程技术学院", "College of Engineering"},
    };
    private static final String[][] OFFICES = {
        {"机关", "Administration"},
        {"教务与科研", "Teaching and Research Affairs"},
        {"后勤", "Logistics"},
        {"图书馆", "Library"},
        {"离退休", "Retired Staff"},
    };
    private static final String[][] DIRECT = {
        {"继续教育学院", "College of Continuing Education"},
        {"附属中学", "Affiliated Middle School"},
        {"校医院", "University Hospital"},
        {"档案馆", "Archives"},
        {"学报编辑部", "Journal Office"},
        {"网络中心", "Network Centre"},
        {"实验中心", "Laboratory Centre"},
        {"保卫部门", "Campus Security"},
    };
    private static final String SURNAMES =
            "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
    private static final String GIVEN =
            "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰春梅建国志红文辉力晓宇浩凯鑫雪慧婷欣怡琳佳倩颖悦晨阳思远子涵嘉豪博睿泽天朗清和安宁书瑶若曦";

    /**
     * The university of this seed.
     *
     * @param scale share of branches and members, above 0 up to 1: a smaller one for tests
     */
    public static SampleUniversity of(long seed, double scale) {
        if (!(scale > 0 && scale <= 1))
            throw new IllegalArgumentException("scale lies above 0 and up to 1: " + scale);
        Random random = new Random(seed);
        List<List<String>> organizations = organizations(scale);
        List<String> branches =
                organizations.stream()
                        .filter(row -> row.get(3).endsWith("党支部"))
                        .map(List::getFirst)
                        .toList();
        List<List<String>> staff = new ArrayList<>();
        List<List<String>> students = new ArrayList<>();
        int members = (int) Math.round(MEMBERS * scale);
        for (int i = 0; i < members; i++) {
            String branch = branches.get(i % branches.size());
            boolean student = branch.contains("X");
            (student ? students : staff).add(member(i, branch, student, random));
        }
        return new SampleUniversity(organizations, staff, students);
    }

    private static List<List<String>> organizations(double scale) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("DW", "中共大学委员会", "University Party Committee", "学校党委", "", "", FOUNDED));
        String[][] hosts = hosts(scale);
        for (int i = 0; i < hosts.length; i++) {
            String kind = isCollege(hosts[i]) ? "二级学院" : "机关教辅单位";
            rows.add(row(code("Z", i), hosts[i], "党总支", " General Branch", "DW", kind));
        }
        int direct = (int) Math.max(1, Math.round(DIRECT.length * scale));
        for (int i = 0; i < direct; i++)
            rows.add(row(code("D", i), DIRECT[i], "直属党支部", " Direct Branch", "DW", "机关教辅单位"));
        int branches = (int) Math.max(hosts.length, Math.round(BRANCHES * scale));
        for (int i = 0; i < branches; i++) rows.add(branch(hosts, i));
        return rows;
    }

    private static String[][] hosts(double scale) {
        int colleges = (int) Math.max(1, Math.round(COLLEGES.length * scale));
        int offices = (int) Math.max(1, Math.round(OFFICES.length * scale));
        String[][] hosts = new String[colleges + offices][];
        System.arraycopy(COLLEGES, 0, hosts, 0, colleges);
        System.arraycopy(OFFICES, 0, hosts, colleges, offices);
        return hosts;
    }

    private static boolean isCollege(String[] host) {
        return host[0].endsWith("学院");
    }

    /**
     * Branches go round the general branches; in a college, every branch but the first two is of
     * students.
     */
    private static List<String> branch(String[][] hosts, int i) {
        int host = i % hosts.length;
        int nth = i / hosts.length + 1;
        boolean student = isCollege(hosts[host]) && nth > 2;
        String name = (student ? "学生第" : "教工第") + nth;
        return List.of(
                code(student ? "X" : "J", i),
                hosts[host][0] + name + "党支部",
                hosts[host][1] + (student ? " Student" : " Staff") + " Branch " + nth,
                "党支部",
                code("Z", host),
                isCollege(hosts[host]) ? "二级学院" : "机关教辅单位",
                FOUNDED);
    }

    private static List<String> row(
            String code, String[] host, String type, String suffix, String parent, String kind) {
        return List.of(code, host[0] + type, host[1] + suffix, type, parent, kind, FOUNDED);
    }

    private static List<String> member(int i, String branch, boolean student, Random random) {
        int age = student ? 1 + random.nextInt(2) : 3 + random.nextInt(25);
        return List.of(
                "DY%06d".formatted(100_001 + i),
                name(random),
                student ? "学生" : "教工",
                branch,
                "%d-%02d-%02d"
                        .formatted(2009 - age, 1 + random.nextInt(12), 1 + random.nextInt(28)),
                REGISTERED);
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        name.append(SURNAMES.charAt(random.nextInt(SURNAMES.length())));
        int given = 1 + random.nextInt(2);
        for (int i = 0; i < given; i++) name.append(GIVEN.charAt(random.nextInt(GIVEN.length())));
        return name.toString();
    }

    private static String code(String kind, int i) {
        return kind + "%03d".formatted(i + 1);
    }
}
