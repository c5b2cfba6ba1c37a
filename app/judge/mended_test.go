package judge_test

import (
	"bytes"
	"os"
	"testing"

	"yidanqing/app"
	"yidanqing/app/judge"
	"yidanqing/app/lexicon"
	"yidanqing/assets"
)

// TestLawfulThoughItLooksForbidden: each kind of notice here was once refused.
func TestLawfulThoughItLooksForbidden(t *testing.T) {
	j := mustJudge(t)
	g := j.Prepare(mustList(t, "testdata/township/list.tsv"), mustRegisters(t, "testdata/township")...)
	const day = "2026-03-24"
	for name, text := range map[string]string{
		"a pledge that a law asks for":           "清保密〔2026〕3号\n关于涉密人员上岗手续的通知\n各乡镇党委：\n    根据《中华人民共和国保守国家秘密法》关于涉密人员上岗应当签订保密承诺书的规定，请各乡镇组织机要收发人员签订《涉密人员保密承诺书》，4月10日前报我局备案。\n清河县保密局\n2026年3月23日",
		"told to another trade, copied to us":    "清卫办〔2026〕9号\n关于病区消防安全的通知\n各医疗卫生单位：\n    请各单位逐级签订岗位安全责任书，4月3日前报送自查报告，结果与绩效挂钩。\n清河县卫生健康局\n2026年3月23日\n抄送：县消防救援大队，各乡镇人民政府。",
		"an order of both offices of the county": "中共清河县委办公室  清河县人民政府办公室\n清办发电〔2026〕6号\n关于开展招商攻坚行动的通知\n各乡镇党委、政府：\n    经县委、县政府研究，决定开展招商攻坚行动。行动期间柳河镇须新签约亿元项目2个，按月排名，后两位作说明。请于4月3日前报送项目清单。\n中共清河县委办公室  清河县人民政府办公室\n2026年3月23日",
		"what others go to do":                   "县民政局电话：特殊困难老人探访，这一轮4月15号前走完，每户去一次，灶灵不灵、药够不够看一看。养老院消防检查他们和消防大队去。",
	} {
		if c := mustCheck(t, j, g, text, day); c.Verdict == app.VerdictRefuse || c.Verdict == app.VerdictMixed {
			t.Errorf("%s: %s, %v", name, c.Verdict, c.Reasons)
		}
	}
}

// TestOrdersInPassing: each was once taken for mere news.
func TestOrdersInPassing(t *testing.T) {
	j := mustJudge(t)
	g := j.Prepare(mustList(t, "testdata/township/list.tsv"), mustRegisters(t, "testdata/township")...)
	const day = "2026-03-24"
	for _, text := range []string{
		"县卫健局老秦：体检车后天到柳林村，给你们镇定了900人，每天不得少于120个，村里自己去凑",
		"县妇联：市里等着要，各村的女能人按群里那个表一个人一行填，今天下午5点前发我邮箱",
		"县消防专班：老街那几家楼上住人的，今晚之前把表后线剪了",
	} {
		if c := mustCheck(t, j, g, text, day); c.Verdict == app.VerdictInfo || len(c.Demands) == 0 {
			t.Errorf("%s: %s", text, c.Verdict)
		}
	}
}

// TestShippedPhrasesAreMadeOfTheShippedExamples makes the table again and compares.
func TestShippedPhrasesAreMadeOfTheShippedExamples(t *testing.T) {
	lex, err := lexicon.Read(lexicon.Files{Concepts: assets.Concepts, Actions: assets.Actions, Departments: assets.Departments, Emergency: assets.Emergency})
	if err != nil {
		t.Fatal(err)
	}
	var files [][]byte
	for _, name := range []string{"concepts", "everyday"} {
		data, err := os.ReadFile("../../assets/phrasing/" + name + ".tsv")
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, data)
	}
	made, err := judge.MakePhrases(lex, files)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(made, assets.Phrases) {
		t.Error("phrases.bin is not what the examples and the lexicon give: make it again with yidanqing phrases")
	}
}
