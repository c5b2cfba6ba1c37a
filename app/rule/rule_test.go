package rule_test

import (
	"strings"
	"testing"

	"yidanqing/app"
	"yidanqing/app/rule"
	"yidanqing/app/text"
	"yidanqing/assets"
)

// pack is a rule pack with the structural rules and one more.
func pack(more string) []byte {
	return []byte(`{"source":{"title":"试"},"rules":[
	{"code":"TAKEN_BACK","title":"收回","role":"structure","severity":"block","basis":"清单"},
	{"code":"NOT_ON_LIST","title":"不在清单","role":"structure","severity":"warn","basis":"清单"},
	{"code":"LEAD_SHIFTED","title":"主责","role":"structure","severity":"block","basis":"清单"},
	{"code":"OVER_SCOPE","title":"超出","role":"structure","severity":"block","basis":"清单"}` + more + `]}`)
}

func TestBuiltInRulesAreValid(t *testing.T) {
	s, err := rule.Read(assets.Rules)
	if err != nil {
		t.Fatal(err)
	}
	for _, code := range []string{"TAKEN_BACK", "NOT_ON_LIST", "LEAD_SHIFTED", "OVER_SCOPE", "CERTIFICATE", "PLEDGE", "FORCED_APP", "APPORTIONED", "DUPLICATE_FORM",
		"INSPECTION_UNPLANNED", "CAMPAIGN_UNAPPROVED", "SECONDMENT", "MEETING_RULES", "VAGUE", "RANKING", "VETO", "EXCESS_TRACES", "DEADLINE_SHORT",
		"STRICTER_THAN_SOURCE", "GROUP", "MEETING_BY_MEETING", "SIGNBOARD", "ISSUER", "PATROL", "WHITE_PAPER", "RECEPTION", "FABRICATION"} {
		r := s.Rule(code)
		if r == nil {
			t.Errorf("%s is missing", code)
			continue
		}
		if r.Role == app.RoleStructure && !r.Locked {
			t.Errorf("%s can be switched off", code)
		}
	}
}

func TestFaultsOfAPackAreNamed(t *testing.T) {
	for name, c := range map[string]struct{ data, want string }{
		"no JSON":         {`{`, "JSON"},
		"bad wording":     {string(pack(`,{"code":"X","title":"x","role":"means","severity":"warn","basis":"b","patterns":["(未闭合"]}`)), "X"},
		"unknown role":    {string(pack(`,{"code":"X","title":"x","role":"judge","severity":"warn","basis":"b"}`)), "作用"},
		"unknown level":   {string(pack(`,{"code":"X","title":"x","role":"means","severity":"high","basis":"b"}`)), "严重程度"},
		"no basis":        {string(pack(`,{"code":"X","title":"x","role":"means","severity":"warn"}`)), "依据"},
		"repeated":        {string(pack(`,{"code":"TAKEN_BACK","title":"x","role":"structure","severity":"warn","basis":"b"}`)), "重复"},
		"structural off":  {strings.Replace(string(pack("")), `"basis":"清单"}`, `"basis":"清单","off":true}`, 1), "不能停用"},
		"structural gone": {`{"rules":[]}`, "结构性规则"},
		"unknown mask":    {string(pack(`,{"code":"X","title":"x","role":"means","severity":"warn","basis":"b","even":["mist"]}`)), "mist"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := rule.Read([]byte(c.data))
			if app.ErrorCode(err) != app.CodeInvalid || !strings.Contains(app.ErrorMessage(err), c.want) {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestFinding(t *testing.T) {
	s, err := rule.Read(pack(`,
	{"code":"RANK","title":"排名","role":"means","severity":"block","basis":"b","even":["theirs"],"patterns":["按月.{0,6}排名"],"except":["不计入考核"]},
	{"code":"SIGN","title":"签","role":"subject","severity":"block","basis":"b","patterns":["签订.{0,10}责任状"],"except_anywhere":["国务院批准"]},
	{"code":"HARD","title":"严","role":"means","severity":"warn","basis":"b","patterns":["提前至"],"needs":["市局.{0,10}规定"]},
	{"code":"OFF","title":"停","role":"means","severity":"warn","basis":"b","off":true,"patterns":["按月"]}`))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, code, text string
		masked           text.Mask
		want             int
	}{
		{"found", "RANK", "我局按月对各镇排名。", 0, 1},
		{"a mask shields", "RANK", "我局按月对各镇排名。", text.Forbidden, 0},
		{"but not one that the rule names", "RANK", "我局按月对各镇排名。", text.Theirs, 1},
		{"an exception beside it", "RANK", "我局按月对各镇排名,不计入考核。", 0, 0},
		{"an exception elsewhere does not count", "RANK", "我局按月对各镇排名。另有一事,甲乙丙丁。不计入考核。", 0, 1},
		{"an exception anywhere", "SIGN", "请签订耕地责任状。该项经国务院批准保留。", 0, 0},
		{"without it", "SIGN", "请签订耕地责任状。", 0, 1},
		{"what it needs is missing", "HARD", "提前至5月完成。", 0, 0},
		{"what it needs is there", "HARD", "市局文件规定6月完成。我县提前至5月。", 0, 1},
		{"switched off", "OFF", "按月报。", 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			x := text.New(c.text)
			mask := make([]text.Mask, x.Len())
			for i := range mask {
				mask[i] = c.masked
			}
			hits := s.On(x, mask).Find(c.code, x.Sentences(0, x.Len()))
			if len(hits) != c.want {
				t.Errorf("%d hits, want %d", len(hits), c.want)
			}
			for _, h := range hits {
				if x.Slice(h.Start, h.End) == "" {
					t.Error("a hit without words")
				}
			}
		})
	}
}

func TestBasisFollowsTheThing(t *testing.T) {
	s, err := rule.Read(assets.Rules)
	if err != nil {
		t.Fatal(err)
	}
	r := s.Rule("APPORTIONED")
	for words, want := range map[string]string{"献血40人次": "献血法", "认购保险": "保险法", "征订日报": "报刊", "别的": "《整治形式主义为基层减负若干规定》"} {
		if got := r.BasisFor(words); !strings.Contains(got, want) {
			t.Errorf("%s: %s", words, got)
		}
	}
}

func TestDescribe(t *testing.T) {
	src, n, err := rule.Describe(pack(`,{"code":"OFF","title":"停","role":"means","severity":"warn","basis":"b","off":true}`))
	if err != nil || src.Title != "试" || n != 4 {
		t.Errorf("%v %d %v", src, n, err)
	}
}
