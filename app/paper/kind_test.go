package paper

import (
	"slices"
	"testing"

	"yidanqing/app"
)

func TestKindFollowsTheClassOfTheAddressee(t *testing.T) {
	const (
		do, coop, refuse = app.VerdictDo, app.VerdictCooperate, app.VerdictRefuse
		escalate, mixed  = app.VerdictEscalate, app.VerdictMixed
		info, unjudged   = app.VerdictInfo, app.VerdictUnjudged
	)
	v := func(vs ...app.Verdict) []app.Verdict { return vs }
	for _, c := range []struct {
		name     string
		class    Class
		verdicts []app.Verdict
		want     Kind
	}{
		{"bureau, refused", ClassDepartment, v(refuse), KindFeedback},
		{"bureau, partly", ClassDepartment, v(refuse, coop), KindFeedback},
		{"bureau, mixed", ClassDepartment, v(mixed), KindFeedback},
		{"bureau, refused and raised", ClassDepartment, v(refuse, escalate), KindFeedback},
		{"bureau, only raised", ClassDepartment, v(escalate, coop), KindEscalation},
		{"bureau, all kept", ClassDepartment, v(do, coop), KindNone},
		{"bureau, information", ClassDepartment, v(info), KindNone},
		{"bureau, no list", ClassDepartment, v(unjudged), KindNone},
		{"task force, refused", ClassTaskForce, v(refuse), KindFeedback},
		{"vertical, refused", ClassVertical, v(refuse), KindFeedback},
		{"county committee, refused", ClassLeading, v(refuse), KindEscalation},
		{"county government, raised", ClassLeading, v(escalate), KindEscalation},
		{"county government, mixed", ClassLeading, v(mixed), KindEscalation},
		{"relief office, refused", ClassRelief, v(refuse), KindEscalation},
		{"relief office, kept", ClassRelief, v(coop), KindNone},
		{"party department, refused", ClassParty, v(refuse), KindLetter},
		{"party department, raised", ClassParty, v(escalate), KindEscalation},
		{"court, refused", ClassCourt, v(refuse), KindLetter},
		{"bank, refused", ClassOutside, v(refuse), KindAnswer},
		{"town, refused by a village", ClassTown, v(refuse), KindVillage},
		{"town, raised by a village", ClassTown, v(escalate), KindVillage},
		{"nobody named", ClassUnknown, v(refuse), KindNone},
		{"nothing demanded", ClassDepartment, nil, KindNone},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := KindFor(c.class, c.verdicts); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestClassIsGuessedFromTheName(t *testing.T) {
	for name, want := range map[string]Class{
		"清河县住房和城乡建设局":   ClassDepartment,
		"县农办":           ClassDepartment,
		"清河县卫生健康委员会":    ClassDepartment,
		"生态环境局清河分局":     ClassDepartment,
		"县住建局燃气股":       ClassDepartment,
		"县总工会":          ClassDepartment,
		"团县委":           ClassDepartment,
		"中共清河县委":        ClassLeading,
		"中共清河县委员会":      ClassLeading,
		"县委办公室":         ClassLeading,
		"中共清河县委员会办公室":   ClassLeading,
		"清河县人民政府":       ClassLeading,
		"县政府办公室":        ClassLeading,
		"县政府办":          ClassLeading,
		"中共清河县委政法委员会":   ClassParty,
		"清河县委组织部":       ClassParty,
		"县委社会工作部":       ClassParty,
		"县委老干部局":        ClassParty,
		"县委编办":          ClassRelief,
		"清河县机构编制委员会办公室": ClassRelief,
		"县整治形式主义为基层减负专项工作机制办公室": ClassRelief,
		"县减负办": ClassRelief,
		"清河县道路交通安全委员会办公室": ClassTaskForce,
		"县防汛抗旱指挥部办公室":     ClassTaskForce,
		"县委农村工作领导小组办公室":   ClassTaskForce,
		"县税务局":       ClassVertical,
		"清河县消防救援大队":  ClassVertical,
		"清河县农村商业银行":  ClassOutside,
		"清河县第一中学":    ClassOutside,
		"县供水公司":      ClassOutside,
		"清河县柳河镇人民政府": ClassTown,
		"柳河镇":        ClassTown,
		"城关街道办事处":    ClassTown,
		"清河县人民法院":    ClassCourt,
		"县人民检察院":     ClassCourt,
		"":           ClassUnknown,
		"小王":         ClassUnknown,
	} {
		if got := ClassOf(name); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
}

func TestShortNamesMeanTheSameBody(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"县住建局", "清河县住房和城乡建设局", true},
		{"县市场监管局", "清河县市场监督管理局", true},
		{"县人社局", "县人力资源和社会保障局", true},
		{"清河县民政局", "县民政局", true},
		{"县住建局", "县城管执法局", false},
		{"县民政局", "县财政局", false},
		{"县水利局", "县林业局", false},
		{"县市场监管局", "县市场监管局特设股", true},
		{"", "县民政局", false},
	} {
		if got := sameBody(c.a, c.b, "清河县"); got != c.want {
			t.Errorf("%s, %s: got %v", c.a, c.b, got)
		}
	}
}

func TestAddressByTheEndOfTheName(t *testing.T) {
	w := words(t)
	for name, want := range map[string]string{
		"清河县住房和城乡建设局": "贵局", "中共清河县委组织部": "贵部", "清河县农业发展银行": "贵行", "清河县第一中学": "贵校",
		"县信访工作领导小组办公室": "贵办", "县融媒体中心": "贵中心", "清河县柳河镇人民政府": "贵镇", "清河县卫生健康委员会": "贵委", "王工": "贵单位", "县市场监管局特设股": "贵局",
	} {
		if got := w.you(name); got != want {
			t.Errorf("%s: got %s, want %s", name, got, want)
		}
	}
}

func TestAVillageNeverDeclinesTowardsItsTown(t *testing.T) {
	village, town := app.Office{Type: app.Village}, app.Office{Type: app.Township}
	refuse, escalate := []app.Verdict{app.VerdictRefuse}, []app.Verdict{app.VerdictEscalate}
	for _, c := range []struct {
		office   app.Office
		class    Class
		verdicts []app.Verdict
		want     Kind
	}{
		{village, ClassTown, refuse, KindVillage}, {village, ClassDepartment, refuse, KindVillage}, {village, ClassParty, refuse, KindVillage},
		{village, ClassLeading, escalate, KindVillage}, {village, ClassOutside, refuse, KindAnswer}, {village, ClassOutside, escalate, KindVillage},
		{village, ClassTown, []app.Verdict{app.VerdictDo}, KindNone}, {village, ClassUnknown, refuse, KindNone},
		{town, ClassDepartment, refuse, KindFeedback}, {town, ClassLeading, refuse, KindEscalation},
	} {
		if got := KindOf(c.office, c.class, c.verdicts); got != c.want {
			t.Errorf("%s, %s, %v: got %q, want %q", c.office.Type, c.class, c.verdicts, got, c.want)
		}
	}
}

func TestOfficesOfATownAreTheTown(t *testing.T) {
	for name, want := range map[string]Class{
		"龙潭镇党建工作办公室": ClassTown, "柳河镇民政办": ClassTown, "龙潭镇纪委": ClassTown, "城关街道综治中心": ClassTown,
		"清河县城乡建设局": ClassDepartment, "县新型城镇化办公室": ClassDepartment, "县乡村振兴局": ClassDepartment,
	} {
		if got := ClassOf(name); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}

func TestOfferedKinds(t *testing.T) {
	town, village := app.Office{Type: app.Township}, app.Office{Type: app.Village}
	matter := func(v app.Verdict, part app.Part, codes ...string) []Matter {
		m := Matter{Demand: app.Demand{Part: part}, Verdict: v}
		for _, c := range codes {
			role := app.RoleStructure
			if c == "RANKING" {
				role = app.RoleMeans
			}
			m.Demand.Findings = append(m.Demand.Findings, app.Finding{Code: c, Role: role})
		}
		return []Matter{m}
	}
	settled := func(ms []Matter) []Matter {
		ms[0].Settled = true
		return ms
	}
	doubt := matter(app.VerdictEscalate, app.Cooperate)
	doubt[0].Demand.Doubt = &app.Doubt{Rivals: []string{"甲", "乙"}}
	const refuse, escalate, coop = app.VerdictRefuse, app.VerdictEscalate, app.VerdictCooperate
	for _, c := range []struct {
		name    string
		office  app.Office
		class   Class
		title   string
		matters []Matter
		want    []Kind
	}{
		{"bureau, pledge refused", town, ClassDepartment, "", matter(refuse, app.PartOpen, "PLEDGE"), []Kind{KindFeedback, KindLetter, KindCase, KindSupport}},
		{"bureau, taken back", town, ClassDepartment, "", matter(refuse, app.TakenBack, "TAKEN_BACK"), []Kind{KindFeedback, KindLetter, KindAdjust, KindCase, KindSupport}},
		{"bureau, not on the list", town, ClassDepartment, "", matter(refuse, app.PartNone, "NOT_ON_LIST"), []Kind{KindFeedback, KindLetter, KindConsult, KindAssess, KindAdjust, KindCase, KindSupport}},
		{"bureau, answered", town, ClassDepartment, "", settled(matter(refuse, app.PartNone, "NOT_ON_LIST")), []Kind{KindCase, KindSupport}},
		{"bureau, in doubt", town, ClassDepartment, "", doubt, []Kind{KindEscalation, KindConsult, KindAdjust, KindSupport}},
		{"bureau, means", town, ClassDepartment, "", matter(coop, app.Cooperate, "RANKING"), []Kind{KindSuggest, KindCase, KindSupport}},
		{"bureau, kept", town, ClassDepartment, "", matter(coop, app.Cooperate), []Kind{KindSupport}},
		{"party department, not on the list", town, ClassParty, "", matter(refuse, app.PartNone), []Kind{KindLetter, KindConsult, KindAssess, KindAdjust, KindSupport}},
		{"county committee, not on the list", town, ClassLeading, "", matter(refuse, app.PartNone), []Kind{KindEscalation, KindAssess, KindAdjust, KindSupport}},
		{"relief office, means", town, ClassRelief, "", matter(coop, app.Cooperate, "RANKING"), []Kind{KindCase, KindSupport}},
		{"task force, in doubt", town, ClassTaskForce, "", doubt, []Kind{KindEscalation, KindConsult, KindAdjust, KindSupport}},
		{"bank, certificate", town, ClassOutside, "", matter(refuse, app.PartNone), []Kind{KindAnswer, KindAssess, KindAdjust, KindSupport}},
		{"asked for an opinion", town, ClassDepartment, "关于征求《管理办法（征求意见稿）》意见的函", nil, []Kind{KindComment, KindSupport}},
		{"asked by the county committee", town, ClassLeading, "关于征求意见的通知", nil, []Kind{KindComment, KindSupport}},
		{"nobody named", town, ClassUnknown, "关于征求意见的通知", matter(escalate, app.PartOpen), []Kind{KindSupport}},
		{"village", village, ClassTown, "关于征求意见的通知", matter(refuse, app.PartNone), []Kind{KindVillage, KindSupport}},
	} {
		if got := Offered(c.office, c.class, c.title, c.matters); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}

// TestGenreFollowsTheClassOfTheAddressee: a superior body gets a report, which asks for nothing, everybody else a letter.
func TestGenreFollowsTheClassOfTheAddressee(t *testing.T) {
	for class, want := range map[Class]string{
		ClassLeading: "报告", ClassRelief: "报告", ClassParty: "函", ClassDepartment: "函", ClassTaskForce: "函", ClassVertical: "函",
		ClassOutside: "函", ClassTown: "函", ClassCourt: "函",
	} {
		g := GenreFor(class)
		if g.Word != want || g.Reply != (want == "函") || g.Greets != g.Reply || g.Report == g.Reply || g.Close == "" {
			t.Errorf("%s: %+v", class, g)
		}
	}
	for _, k := range Kinds() {
		if k.Title() == "" || k.Short() == "" || k.Command() == "生成" {
			t.Errorf("%s has no name", k)
		}
	}
}
