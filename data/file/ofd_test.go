package file

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yidanqing/app"
)

func sample(tb testing.TB, name string) []byte {
	tb.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		tb.Fatal(err)
	}
	return b
}

func TestNoticeOfOFD(t *testing.T) {
	d := mustNotice(t, "批复.ofd", sample(t, "pifu.ofd"))
	want := []string{
		"测试符路桥区卫生局文件", "路卫发〔2011〕76号", "关于同意张阿三同志辞职的批复", "区中医院：",
		"你院《关于给张阿三同志辞职的请示》（路中医发〔2011〕10号）收悉。",
		"张阿三，男，1978年2月出生，籍贯江西新建，2001年9月参加工作，本科学历，主治医师，系区中医院职工。",
	}
	for i, w := range want {
		if d.Blocks[i].Text != w {
			t.Errorf("block %d = %q, want %q", i, d.Blocks[i].Text, w)
		}
	}
	text := d.Text()
	for _, w := range []string{"2011年3月1日该同志向医院递交辞职报告", "（浙人才〔1993〕73号）文件精神", "测试符路桥区卫生局办公室  2011年3月10日印发"} {
		if !strings.Contains(text, w) {
			t.Errorf("text lacks %q", w)
		}
	}
	if strings.Contains(text, "— 1 —") {
		t.Error("page mark in the text")
	}
	if last := d.Blocks[len(d.Blocks)-1]; last.Place != "第2页" {
		t.Errorf("place = %q", last.Place)
	}
	if !strings.Contains(strings.Join(d.Warnings, ""), "电子签章") {
		t.Errorf("warnings = %q", d.Warnings)
	}
}

func TestNoticeOfOFDWithOtherNamespace(t *testing.T) {
	if d := mustNotice(t, "a.ofd", sample(t, "namespace.ofd")); d.Text() != "你好呀，OFD Reader&Writer！" {
		t.Errorf("text = %q", d.Text())
	}
}

func ofdOf(tb testing.TB, content string, more ...string) []byte {
	tb.Helper()
	return zipOf(tb, append([]string{
		"OFD.XML", `<ofd:OFD xmlns:ofd="x"><ofd:DocBody><ofd:DocRoot>/Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
		`Doc_0\Document.xml`, `<Document><CommonData><TemplatePage ID="9" BaseLoc="Tpl/T.xml"/></CommonData><Pages><Page ID="1" BaseLoc="Pages/P.xml"/></Pages><Attachments>Att.xml</Attachments></Document>`,
		"Doc_0/Tpl/T.xml", `<Page><Content><Layer><TextObject Boundary="20 10 100 10" Size="5"><TextCode X="0" Y="5">清河县应急管理局</TextCode></TextObject></Layer></Content></Page>`,
		"Doc_0/Att.xml", `<Attachments><Attachment Name="附表"/></Attachments>`,
		"Doc_0/Pages/P.xml", content,
	}, more...)...)
}

func TestOFDPlacesOfCharacters(t *testing.T) {
	content := `<Page><Template TemplateID="9"/><Content><Layer>
	<TextObject Boundary="20 40 170 6" Size="5"><TextCode X="0" Y="5" DeltaX="g 2 5 5">下一行</TextCode></TextObject>
	<PageBlock><TextObject Boundary="0 0 200 100" Size="10" CTM="0.5 0 0 0.5 20 30"><TextCode X="0" Y="0">联系人</TextCode><TextCode X="60">李敏</TextCode></TextObject></PageBlock>
	<TextObject Boundary="20 40 10 6" Size="5"><CGTransform CodeCount="9"/><TextCode X="0" Y="25">少</TextCode></TextObject>
	<ImageObject ResourceID="5"/></Layer></Content></Page>`
	d := mustNotice(t, "函.ofd", ofdOf(t, content))
	if got := d.Text(); got != "清河县应急管理局\n联系人  李敏\n下一行\n少" {
		t.Errorf("text = %q", got)
	}
	w := strings.Join(d.Warnings, "")
	for _, want := range []string{"附件“附表”", "只有字形", "1 幅图片"} {
		if !strings.Contains(w, want) {
			t.Errorf("warnings %q lack %q", d.Warnings, want)
		}
	}
}

func TestOFDWithoutTextAndEncrypted(t *testing.T) {
	_, err := ReadNotice(context.Background(), "图.ofd", zipOf(t, "OFD.xml", `<OFD><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>`, "D.xml", `<Document><Pages><Page ID="1" BaseLoc="P.xml"/></Pages></Document>`, "P.xml", `<Page><Content/></Page>`))
	wantError(t, err, app.CodeInvalid, "像是图片或扫描件")
	_, err = ReadNotice(context.Background(), "密.ofd", ofdOf(t, `<Page/>`, "Encryptions.xml", `<x/>`))
	wantError(t, err, app.CodeLocked, "密码")
	_, err = ReadNotice(context.Background(), "坏.ofd", zipOf(t, "OFD.xml", `<OFD><DocBody><DocRoot>缺.xml</DocRoot></DocBody></OFD>`))
	wantError(t, err, app.CodeDamaged)
	_, err = ReadTables(context.Background(), "表.ofd", sample(t, "pifu.ofd"))
	wantError(t, err, app.CodeFormat, "请选 xlsx、docx、csv 或 tsv 文件")
}

func FuzzOFD(f *testing.F) {
	f.Add(`<Page><Content><Layer><TextObject Boundary="1 2 3 4" Size="5"><TextCode X="0" Y="5" DeltaX="g 99999999 5">字</TextCode></TextObject></Layer></Content></Page>`)
	f.Add(`<Page><Template TemplateID="9"/><Appearance Boundary="NaN"/><TextObject CTM="1 2 3"><TextCode>`)
	f.Fuzz(func(t *testing.T, content string) {
		d, err := ReadNotice(context.Background(), "a.ofd", ofdOf(t, content))
		if err == nil && strings.TrimSpace(d.Text()) == "" {
			t.Error("no text and no error")
		}
	})
}
